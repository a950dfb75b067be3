import type { ConceptTable } from "./concepts.ts";

/** Goods, their way to the customer, and what can be wrong with them, in every trade. */
export const CONCEPTS_GOODS: ConceptTable = {
  goods: `marchandise* produit produits materiel materiels materiaux fourniture* article articles pieces equipement*
    denree* outillage outil outils mobilier meuble* machine machines appareil* goods merchandise item items product
    products supplies equipment stock stocks hardware furniture material materials kit kits parts part_number wares
    spares gear tools appliance* device* unit units consommable* consumable* matiere_premiere matieres_premieres
    raw_material* fournis camelote matos quincaillerie tissu* bois beton ciment acier tole toles fabric timber steel
    cement concrete carrelage parquet peinture toner cartouche* ecran* screen* imprimante* printer* ramette*
    truc_commande stuff_we_ordered palettisee`,
  package: `colis carton cartons palette palettes rouleau rouleaux bidon bidons bobine* container* conteneur*
    emballage* fut futs cageot* barquette* sac sacs big_bag bouteille* bocaux paquet* parcel* pallet pallets box boxes
    crate crates drum drums roll rolls package packages packaging bag bags barrel* bottle* keg kegs skid skids case_of
    lot_de tote touque* citerne* tanker bac bacs plis enveloppe* octabin caisses_de caisse_de cases_of boites_de
    boite_de cubi`,
  delivery: `livraison* livrer livre livres livree livrees livrez livrait livrent livrons livreront livrera deliver*
    expedi* ship shipped shipment* shipping dispatch* despatch* achemine* consignment* drop_off dropped_off arrivage*
    reassort* approvisionnement* redeliver* delivry delivrey livrason liv tour_de_livraison drop_shipment enlevement*
    collection_date mise_a_quai depote* quai dock goods_in loading_bay receiving_dock ete_livre`,
  "goods-arrived": `arrive arrives arrivee arrivees arriver arrived arrival recu recus recue recues receptionne*
    receptionnons turned_up showed_up reached_us landed came_in come_in received receive receipted booked_in
    checked_in bien_arrive bien_recu entre_en_stock rentre_en_stock pris_livraison took_delivery taken_delivery
    on_our_shelves en_rayon hit_our pris_en_charge reaches_us gets_here got_here got_there has_come a_quai in_stock
    sur_place`,
  "not-arrived": `pas_recu jamais_recu rien_recu pas_ete_livre* jamais_ete_livre* pas_livre* jamais_livre* non_livre*
    non_recu* pas_arrive* jamais_arrive* rien_n_est_arrive pas_receptionne* jamais_receptionne* non_receptionne*
    n_arrive_pas n_est_jamais_arrive* toujours_rien rien_vu_arriver rien_vu_venir pas_vu_la_couleur
    jamais_vu_la_couleur vu_la_couleur vu_l_ombre la_trace_de aucune_trace pas_la_trace aucune_livraison aucun_colis
    defaut_de_livraison nous_attendons_toujours on_attend_toujours j_attends_toujours attendons_encore attend_encore
    toujours_en_attente_de toujours_dans_l_attente never_received not_received not_been_delivered never_been_delivered
    not_delivered never_delivered not_arrived never_arrived never_came nothing_arrived nothing_came
    nothing_has_arrived no_delivery undelivered non_delivery no_sign_of no_trace_of not_turned_up never_turned_up
    yet_to_arrive yet_to_receive yet_to_see still_waiting_for still_waiting_on still_awaiting haven_t_received
    hasn_t_arrived hasn_t_turned haven_t_had haven_t_seen hasn_t_been_delivered didn_t_arrive didn_t_receive
    didn_t_get did_not_arrive did_not_receive did_not_get never_got never_saw never_reached still_not_here
    not_here_yet not_shipped never_shipped hasn_t_shipped nowhere_to_be still_on_your se_fait_attendre tjs_rien
    tjrs_rien jms_recu pas_encore_recu pas_encore_livre* pas_eu_la_livraison pas_vu_passer`,
  missing: `manque manquent manquait manquaient manquant manquants manquante manquantes manko missing shortage*
    shortfall* shorted shipped_short incomplet* pas_complet* pas_au_complet reliquat* il_en_manque le_compte_n_y
    pas_le_compte n_y_est_pas compte_n_est_pas y_en_avait_que livraison_partielle partiellement_livre*
    partially_delivered part_delivered partial_delivery part_shipment backorder* back_order* rupture out_of_stock
    reste_a_livrer restent_a_livrer encore_a_livrer remaining_units outstanding_items en_moins too_few not_all_of
    not_complete pas_tout_recu pas_recu_tout que_la_moitie seulement_la_moitie only_half half_of_it half_the_order
    one_short two_short three_short four_short one_box_short fait_defaut font_defaut absent_de absents_de absente*
    non_fourni* not_supplied not_included pas_dans_le_colis wasn_t_in weren_t_in was_not_in were_not_in
    moitie_de_la_commande amputee* was_short were_short came_short came_up_short arrived_short delivered_short
    short_by came_out_short boxes_short pieces_short units_short items_short bottles_short bags_short metres_short
    pairs_short hours_short carton_vide cartons_vides empty_box livre_partiellement mis_en_reliquat
    n_en_avons_recu_que n_avons_recu_que n_ai_recu_que only_received only_got only_had only_arrived only_delivered
    we_got_only we_only to_follow devait_suivre devaient_suivre was_to_follow never_followed suivra_plus`,
  "late-goods": `retard_de_livraison livre*_en_retard livraison_tardive livre*_trop_tard delai_de_livraison
    delais_de_livraison hors_delai hors_delais delai_depasse date_de_livraison delivery_date late_delivery
    delivered_late delivery_was_late arrived_late arrived_too_late came_too_late turned_up_late lead_time* weeks_late
    days_late month_late months_late a_week_late jours_de_retard semaines_de_retard mois_de_retard arrive*_en_retard
    arrive*_trop_tard arrive*_apres hors_saison missed_the_deadline missed_deadline missed_the_date after_the_event
    apres_l_evenement trop_tard too_late delayed_delivery delivery_delay* delayed_shipment behind_schedule overran
    overrun* planning_non_respecte delais_non_respectes delai_non_respecte retard_de_chantier decalage_de`,
  carrier: `transporteur* chauffeur* livreur* messageries affreteur* transitaire* camion camions camionnette*
    poids_lourd semi_remorque carrier* driver* courier* haulier* hauler* freight freighter* forwarder* lorry lorries
    truck trucks van vans trucker* delivery_man delivery_guy logistics logisticien* logistique plateforme_logistique
    3pl entrepot* warehouse* hub postier facteur postman depot_de depots point_relais relay_point trailer* douane*
    customs`,
  "goods-receipt": `bon_de_livraison bons_de_livraison bon_livraison bl bls bordereau lettre_de_voiture
    lettres_de_voiture cmr recepisse* pod pods proof_of_delivery proofs_of_delivery proof_of_shipment delivery_note*
    delivery_docket* delivery_slip* delivery_ticket* delivery_receipt* packing_slip* packing_list* docket*
    dispatch_note* despatch_note* goods_received goods_receipt* grn grns grni consignment_note* waybill* airway_bill
    bill_of_lading bol connaissement tracking numero_de_suivi suivi_du_colis numero_de_colis preuve_de_livraison
    preuves_de_livraison justificatif_de_livraison bon_de_reception entree_en_stock bon_d_enlevement bon_de_depot
    bon_d_attachement note_de_livraison note_d_envoi bon_de_transport eir weighbridge_ticket bon_de_pesee
    bulletin_de_livraison receipt_note proof_you_delivered confirmation_de_livraison delivery_confirmation`,
  "goods-signature": `signe_le_bl signe_par signee_par signature signatures emargement* emarge emargee emargees
    signed_for signed_by who_signed not_signed_for qui_a_signe pas_notre_signature not_our_signature illegible
    illisible griffonn* scribble* squiggle* gribouill* cachet tampon tamponne* stamp stamped paraphe* contresigne*
    countersign* nobody_signed personne_n_a_signe bl_signe bon_signe signed_docket signed_note signed_pod`,
  "wrong-address": `mauvaise_adresse wrong_address wrong_site wrong_branch wrong_depot wrong_warehouse wrong_building
    wrong_door mauvais_site mauvais_depot mauvais_magasin mauvais_entrepot mauvais_endroit wrong_place autre_adresse
    another_address different_address other_address ancienne_adresse old_address previous_address ancien_site
    ancien_depot old_site old_depot ancien_entrepot erreur_d_adresse livre*_ailleurs delivered_elsewhere
    livre*_chez_un chez_le_voisin chez_nos_voisins a_cote_chez next_door neighbour* neighbor* autre_magasin
    another_site another_store another_branch autre_site autre_depot autre_agence pas_a_la_bonne_adresse
    not_to_our_address misdeliver* mal_achemine* misrouted mal_aiguille* wrong_town mauvaise_ville`,
  "lost-goods": `egare* perdu perdus perdue perdues disparu* vole voles volee vol_de lost stolen went_missing
    gone_missing gone_astray went_astray astray vanished disappear* theft evapore* evanoui* volatilise* introuvable*
    nowhere_to_be_found en_souffrance stuck_in stuck_at bloque_en_douane held_at_customs`,
  "goods-reserve": `avec_reserve avec_reserves reserve_sur_le reserves_sur_le reserves_au_transporteur
    reserves_a_la_livraison reserves_sur_bl reserve_de_deballage sous_reserve_de_deballage reserve_de_controle
    reserves_portees reserves_notees note_sur_le_bl mentionne_sur_le_bl inscrit_sur_le_bl noted_on_the marked_on_the
    written_on_the damage_noted signed_as_damaged signed_unchecked unchecked unexamined refuse_a_la_livraison
    refused_delivery refus_de_colis refuse_le_colis refuse_la_livraison rejected_at_the rejected_at_goods turned_away
    refused_at`,
  broken: `casse casses cassee cassees brise* abime* endommage* fele felee feles felees fissure fissures fissuree
    fissurees fissuration tordu* deforme* ecrase* defonce* raye rayes rayee rayees rayure* ebreche* dechir* troue*
    perce perces fendu* eclate* cabosse* enfonce* effondr* ecroul* decolle* gondol* voilee arrache* detruit* destroyed
    en_miettes en_morceaux mille_morceaux en_vrac bousille* esquinte* hs_a_l_arrivee broken broke breakage* damage
    damaged damages cracked cracks crack dented dent scratch* chipped smashed shattered bent torn ripped crushed
    warped snapped buckled collapsed in_pieces in_bits to_bits ruined wrecked battered mangled knackered avarie
    transit_damage gone_to_pieces fell_apart falling_apart part_en_morceaux tombe_en_morceaux tombe_en_ruine cogne*
    corne cornes cornee`,
  "not-working": `panne pannes en_rade hs h_s ne_marche_pas ne_marchent_pas marche_pas marchent_pas marche_plus
    marchent_plus ne_fonctionne_pas ne_fonctionnent_pas fonctionne_pas fonctionnent_pas fonctionne_plus
    fonctionnent_plus fonctionne_mal fonctionnait_pas marchait_pas jamais_fonctionne jamais_marche ne_demarre
    demarre_pas demarre_plus ne_s_allume s_allume_plus s_arrete ne_chauffe chauffe_pas ne_refroidit tourne_pas
    tourne_plus tombe_en_panne tombee_en_panne hors_service hors_d_usage hors_d_etat inutilisable* inexploitable*
    dysfonction* en_carafe en_drapeau grillee claque_entre not_working isn_t_working doesn_t_work don_t_work
    didn_t_work does_not_work do_not_work never_worked wasn_t_working won_t_work stopped_working won_t_start
    doesn_t_start won_t_turn won_t_switch doesn_t_heat keeps_failing keeps_stopping keeps_breaking keeps_cutting
    keeps_tripping broke_down broken_down breakdown* breaks_down out_of_order out_of_action out_of_service
    malfunction* inoperative inoperable unusable useless packed_up packed_in conked_out gone_kaput kaput
    dead_on_arrival doa dead_as bricked on_the_blink on_the_fritz gave_up_the_ghost rendu_l_ame plus_de_chauffage
    no_heating no_hot_water sans_chauffage sans_eau_chaude a_l_arret immobilise* at_a_standstill out_of_use gone_down
    arret_machine court_circuit short_circuit disjonct* surchauff* overheat* jammed jams seized moteur_grippe
    carte_grillee bloquee_depuis est_morte est_foutu tombe_tout_le_temps on_ne_peut_pas_s_en_servir pas_utilisable
    pas_utilisables bricolage hors_circuit`,
  leak: `fuit fuient fuite fuites fuyait infiltration* infiltre* suinte* goutte gouttes gouttait ecoulement*
    degat_des_eaux degats_des_eaux degorge* inond* prend_l_eau prennent_l_eau il_pleut_dans pleut_dedans pleut_dans
    ruisselle* etanche etanches etancheite humidite humide humides trempe* mouille* leak leaks leaked leaking leaky
    leakage drip drips dripping seep* flood* water_ingress ingress water_damage water_coming lets_water lets_in_water
    letting_in not_watertight watertight watertightness damp wet soaked soggy rising_damp salpetre puddle* flaque*
    overflow* deborde* condensation gaine_percee`,
  spoiled: `moisi moisis moisie moisies moisissure* mouldy moldy mould mold perime perimes perimee perimees peremption
    avaries avariee avariees rotten rotting rotted off_date out_of_date expired expiry past_its gone_off went_off
    date_courte dates_courtes date_depassee dates_depassees dlc dluo ddm best_before use_by shelf_life rance rances
    rancid rassis tourne_au immangeable* inedible uneatable impropre* avarie_alimentaire fletri* fane fanes fanee
    wilted withered deteriore* bouchonne* corked contamin* asticot* charancon* insecte* weevil* maggot* mites
    mouse_droppings smelled smelt smell smells odeur odeurs puait pue sent_mauvais immonde* degoutant* revolting
    off_taste gout_de mauvais_gout intoxication food_poisoning unfit malade_apres ill_after sick_after bacterie*
    listeria salmonell* spoiled spoilt ecoeur* pas_frais pas_fraiche not_fresh verdi sludge gooey pourri pourris
    pourrie pourries pourriture* pourrissait turned_sour gone_sour was_off were_off`,
  "food-temperature": `chaine_du_froid rupture_du_froid cold_chain temperature temperatures degres degrees celsius
    fahrenheit thawed thawing defrosted decongele* degele* fondu fondus fondue melted tiede tiedes lukewarm
    plats_froids servi_froid servis_froids served_cold stone_cold cold_food was_cold were_cold etait_froid
    etaient_froids trop_chaud trop_froid congele* frozen surgele* frigo* refriger* chambre_froide fridge* freezer*
    releve_de_temperature undercooked overcooked raw pas_cuit* mal_cuit* trop_cuit* cru crue crus burnt brule*
    pas_assez_chaud`,
  stained: `tache taches tachee tachees souille* salissure* sali salie crasseux crasseuse sales_au degueulasse* crade
    poussiere* graisseux trace_de traces_de traces_noires aureole* jauni* decolor* delave* oxyd* rouille rouilles
    rouillee rouillees corrode* stain stains stained dirty filthy soiled grubby smeared smears smudge* dusty greasy
    grime faded discolour* discolor* yellowed rust rusty rusted oxidised tarnished marked_all marks_on marque_de
    marques_de bavure* coulure* cloque* bulle bulles bubbles bubbling blister* peeling flaking s_ecaille ecaille* pele
    craquele*`,
  "wrong-item": `mauvais_produit* mauvais_article* mauvais_modele* mauvaise_reference mauvaise_couleur mauvaise_taille
    mauvaises_couleurs mauvaises_tailles mauvaises_references mauvais_coloris mauvais_materiel mauvaise_piece
    mauvaises_pieces mauvaise_version mauvais_format mauvaise_marque mauvaise_qualite_de_papier mauvaise_commande
    mauvaise_matiere erreur_de_reference erreur_de_couleur erreur_de_taille erreur_de_produit erreur_de_preparation
    erreur_de_livraison pas_la_bonne pas_le_bon pas_les_bons pas_les_bonnes pas_ce_que_nous pas_ce_que_j pas_ce_qu_on
    pas_ce_qui_etait pas_celui pas_celle pas_ceux pas_celles autre_couleur autre_reference autre_modele autre_produit
    autre_taille autre_teinte inverse* interverti* melange_de coloris teinte teintes nuance wrong_item* wrong_product*
    wrong_goods wrong_colour* wrong_color* wrong_size* wrong_part* wrong_model* wrong_version wrong_type wrong_grade
    wrong_stuff wrong_spec wrong_kit wrong_ones wrong_one wrong_shade wrong_fabric wrong_paper wrong_format
    wrong_order wrong_material* wrong_brand wrong_finish incorrect_item* incorrect_part* incorrect_goods
    not_what_we_ordered not_what_was_ordered not_what_i_ordered not_what_we_asked not_as_ordered not_the_one
    not_the_ones different_model different_colour different_color different_size mixed_up mix_up picking_error
    mispick* swapped someone_else_s_order`,
  "does-not-fit": `ne_rentre_pas rentre_pas ne_rentrent ne_passe_pas ne_tient_pas ne_s_adapte s_adapte_pas
    ne_s_emboite ne_ferme_pas ferme_pas ne_ferment ferme_mal ferment_mal ferme_plus incompatible* pas_compatible*
    not_compatible trop_petit* trop_grand* trop_court* trop_long* trop_large* trop_etroit* trop_haut* trop_epais*
    trop_fin* dimension* hors_cote* hors_tolerance tolerance* hors_gabarit desaligne* doesn_t_fit don_t_fit didn_t_fit
    won_t_fit does_not_fit do_not_fit did_not_fit never_fitted not_fit wouldn_t_fit doesn_t_close won_t_close
    won_t_shut wouldn_t_shut too_small too_big too_large too_short too_long too_wide too_narrow too_tall too_thick
    too_thin measurement* sized taille tailles centimetre* millimetre* mm cm inch inches undersize* oversize*
    misalign* not_level de_travers bancal* pas_droit pas_d_aplomb faux_aplomb crooked wonky lopsided out_of_square
    frotte frottent coince coincent accroche rub rubs rubbing sticks sticking stiff jamming sans_y_mettre`,
  defect: `defaut defauts default_de defectueu* defect defects defective vices malfacon* mal_facon* non_conforme*
    non_conformite* pas_conforme* conforme conformes conformite anomalie* imperfection* faulty fault faults flaw flaws
    flawed nonconform* non_conforming non_compliant not_compliant imparfait* blemish* mal_fait* mal_pose* mal_monte*
    mal_installe* mal_cousu* mal_soude* mal_coupe* mal_decoupe* mal_imprime* mal_fixe* mal_visse* mal_regle*
    mal_execute* mal_realise* mal_fini* mal_serre* badly_made badly_fitted badly_installed badly_done badly_printed
    poorly_made poorly_fitted poorly_done poorly_installed poor_workmanship poor_finish bad_workmanship out_of_spec
    off_spec below_spec not_to_spec not_to_specification not_to_standard below_standard substandard sub_standard
    below_par not_up_to_standard not_up_to_scratch hors_norme hors_normes rebut* retoque* failed_inspection failed_qc
    failed_quality qc_fail failed_our echoue_au_controle quality_issue* quality_problem* quality_control
    controle_qualite service_qualite probleme_de_qualite problemes_de_qualite souci_de_qualite soucis_de_qualite
    question_de_qualite mauvaise_qualite pietre_qualite poor_quality bad_quality low_quality wobbl* boiteux
    vice_de_fabrication vice_de_construction vice_de_forme vice_de_pose`,
  software: `bug bugs buggy bugge* logiciel* software appli applis application_mobile plante plantent plantage* crash
    crashes crashed crashing downtime indisponib* outage* uptime sla slas ticket_ouvert ticket_no ticket_numero
    support_ticket helpdesk hotline serveur* server* site_web site_internet website* site_est_down connexion
    connexions internet fibre wifi bande_passante bandwidth coupure* cut_out cuts_out migration* migre* mise_en_ligne
    mise_en_prod mise_en_production go_live went_live module modules api interface_de hebergement hosting
    licence_logicielle saas cloud erp crm parametrage* integrat* deploiement* deployment* deployed developpement
    development developpeur* developer* fonctionnalite* feature features sauvegarde_informatique backup_failed
    donnees_perdues data_loss lost_data synchro* export import_des login logins mot_de_passe nom_de_domaine
    domain_name referencement page_d_accueil home_page homepage ralenti* lag lags freezes freezing glitch* 404
    messagerie_electronique voip telephonie phone_lines lignes_telephoniques ligne_coupee`,
  "trade-goods": `fissure_dans carrelage carreaux peinture peintures enduit enduits toiture* toit tuile tuiles
    charpente plomberie plombier* electricite electricien* chauffage chaudiere* climatisation clim vmc ventilation
    placo cloison* plafond* facade* murs sols parquet plinthe* fenetre* vitrage* vitre vitres volet volets
    portail_motorise escalier* cuisine salle_de_bain* douche terrasse dalle chape maconnerie gros_oeuvre second_oeuvre
    menuiserie* serrurerie ascenseur* garde_corps gouttiere* isolation goudron enrobe voirie tiles tiling paint
    paintwork plaster* roof roofing plumbing wiring electrics boiler* heating radiator* window windows door doors
    floor flooring ceiling* wall walls brickwork kitchen bathroom shower scaffold* guttering insulation staircase
    stairs fence fencing lift_shaft elevator paving drain drains drainage skirting joinery carpentry glazing hvac
    aircon air_con air_conditioning eaves vehicule* voiture* utilitaire* tracteur* engin engins moteur* pelleteuse*
    nacelle* chariot* remorque* garage garagiste mecanicien* frein freins embrayage vidange pneu pneus batterie
    batteries boite_de_vitesse* vehicle* cars engine engines tractor* forklift* digger* excavator* mechanic* brake
    brakes clutch gearbox tyre tyres tires battery revision_du pompe pompes pump pumps compresseur* compressor*
    groupe_electrogene generator* turbine* coolant bearing* roulement* courroie conveyor* convoyeur* motor motors
    bumper pare_choc* carrosserie bodywork windscreen pare_brise depannage depanneuse towed towing patient patients
    patiente* sterile steriles seringue* gants_nitrile prothese* prothesiste* implant* dentaire* dental denture* crown
    crowns couronne* bridge_dentaire lunettes verres optique lentille* spectacles lenses prescription_medicale
    ordonnance_medicale analyse_medicale blood_sample* sample samples echantillon* laboratoire* laboratory medicament*
    medicine* drug drugs dose doses vaccin* pharmacie* pharmacy lot_rappele rappel_de_lot recall recalled lot_number
    numero_de_lot fauteuil_roulant wheelchair* hospital_bed lit_medicalise dispositif_medical clinic clinique
    cabinet_medical veterinaire* animal animaux aliment_betail plant_health semence* seed seeds engrais fertiliser*
    cereales bulk_feed faux_plafond cloture_du_terrain prelevement_sanguin test_de_labo le_labo the_lab sol_souple`,
  print: `coquille* faute_d_orthographe fautes_d_orthographe faute_de_frappe fautes_de_frappe faute_d_impression
    erreur_d_impression typo typos misprint* spelling spelt_wrong misspel* proof proofs proofread bon_a_tirer bat
    epreuve* impression impressions imprime imprimes imprimee imprimees imprimeur reimpression reimprimer printed
    printing print prints reprint* maquette* artwork logo logos pantone cmjn cmyk flyer* depliant* brochure* affiche*
    poster* plaquette* faire_part etiquette* label labels enseigne* signage banderole* banner banners bache kakemono*
    flou floue flous blurry blurred pixel* decoupe massicot* trimmed cropped binding reliure grammage gsm vinyl
    lettrage_vehicule typography photo_illustration serigraph* broderie embroider* flocage upside_down a_l_envers
    recto verso folded pliage pli`,
  redo: `refaire a_refaire refait refaite refont refasse refassiez refaites reparer repare reparee repares reparation*
    reparez repair* remplacer remplace remplacee remplaces remplacement* remplacez replace replaced replacement*
    replacing redo redone redoing rework reworked fixed fixing put_right put_it_right putting_right make_good
    making_good sort_it_out sorted_out remedy remedial rectify_the corriger_le_defaut remettre_en_etat remise_en_etat
    remise_en_service depannage depanner depanne sav service_apres_vente after_sales echanger exchanged swap
    sous_garantie under_warranty under_guarantee troisieme_intervention come_back_and come_back_out revenir_faire
    repasser_pour reprendre_le_travail reprise_des_travaux reprendre_les_malfacons again_and_again remedier resoudre
    resolu resolue solve solved unresolved non_resolu* pas_resolu* not_fixed never_fixed not_repaired still_broken
    still_not_fixed deuxieme_fois second_attempt third_attempt echange_standard echange_sous exchange_unit fix_it
    fix_the fix_this to_fix didn_t_fix`,
  dissatisfied: `insatisf* mecontent* decu decus decue decues deception deplorable* lamentable* scandaleu*
    inadmissible* inacceptable* intolerable* honteu* catastroph* desastr* mediocre* minable* nul nulle nulles
    pas_satisfait* pas_content* pas_a_la_hauteur pas_serieux pas_professionnel bacle baclee bacles bacleee ni_fait_ni
    laisse_a_desirer laissent_a_desirer n_importe_quoi travail_de_cochon travail_d_amateur amateurisme foutage
    foutre_de n_a_pas_ete_a disappoint* dissatisf* unsatisf* unhappy not_happy not_satisfied not_pleased not_impressed
    unimpressed unacceptable appalling appalled shocking shambles shambolic disgrace* poor_service poor_job
    poor_standard bad_job botched botch bodge* cowboy* shoddy sloppy slapdash rubbish crap crappy terrible awful
    dreadful pathetic atrocious joke laughable pas_terrible pas_top pas_fameux bof left_a_lot left_much
    not_good_enough nowhere_near not_acceptable unprofessional fiasco debacle let_us_down let_down sour_taste
    travail_mal_fait`,
  complaint: `reclamation* reclame* plainte* complaint* complain complained complaining signale signalee signales
    signalement* signalons signaler fait_remonter remonte_le remonte_l_info avise avisez prevenus previens reported
    report_of flagged flag logged ticket tickets incident* dossier_sav fiche_incident non_conformity_report ncr
    fiche_de_non claim_form notified notify told_you told_your wrote_to_you ecrit_plusieurs sans_suite sans_reponse
    restee_sans restes_sans lettre_morte fell_on_deaf ignored_our ignored_my unanswered nobody_answers nobody_replied
    personne_ne_repond aucune_reponse aucun_retour no_reply no_answer never_replied never_answered never_came_back
    jamais_repondu jamais_rappele faire_le_mort silence_radio radio_silence chased_you relance_plusieurs
    a_plusieurs_reprises several_times many_times repeatedly no_response pas_de_reponse pas_eu_de_reponse
    pas_de_retour raised_a_ticket raised_this raised_it raised_an_issue raised_the_issue raised_a_complaint
    raised_with raise_it_with vous_avais_prevenu vous_ai_prevenu vous_avions_prevenu`,
  evidence: `photo photos photographie* picture pictures image images video videos constat constats constate*
    constatons preuve preuves prouver prouve prouvez evidence prove proves proved as_proof proof_that voir_photos
    see_photos see_attached_photos attached_photos rapport_de rapports compte_rendu pv test_report
    rapport_d_intervention rapport_d_expertise inspection_report service_report temoin* temoignage* witness* cctv
    camera_de screenshot* capture_d_ecran captures_d_ecran`,
  "thrown-away": `jete jetee jetes jetees jeter poubelle poubelles dechetterie decharge mis_au_rebut mise_au_rebut
    au_rebut detruit detruite detruits destruction braderie brade brader bradee soldee_a_perte invendable* invendus
    invendu perte_seche dumped dump dumping binned bin_it thrown_away threw_away threw_out thrown_out throw_away
    scrapped scrap skip_it landfill written_off_stock destroyed had_to_destroy wasted waste_of gaspille* pigs cochons
    food_bank banque_alimentaire unsaleable unsellable sold_off incinere*`,
  "your-rep": `votre_commercial votre_commerciale vos_commerciaux votre_representant votre_vendeur votre_vendeuse
    votre_collegue votre_confrere votre_agent votre_magasinier votre_magasin votre_patron votre_directeur
    votre_responsable votre_service_commercial votre_sav votre_bureau votre_agence votre_exploitation votre_standard
    votre_depot votre_atelier votre_conducteur votre_chef votre_technico technico_commercial le_commercial le_vendeur
    ton_commercial ton_collegue ton_patron tes_gars notre_interlocuteur your_rep your_reps your_salesman
    your_saleswoman your_sales_man your_sales_office your_sales_team your_sales_rep your_colleague your_colleagues
    your_boss your_manager your_director your_account_manager your_customer_service your_support your_guy your_man
    your_warehouse your_dispatcher your_office your_depot your_branch your_service_desk sales_rep the_rep salesman
    account_manager charge_d_affaires customer_service service_client`,
  "your-promise": `m_a_promis m_avait_promis nous_a_promis nous_avait_promis avez_promis aviez_promis avait_promis
    vous_deviez devait_nous devait_me devait_venir devait_passer devait_repasser devait_reprendre devait_rappeler
    devait_envoyer doit_me_faire doit_nous_faire s_etait_engage s_est_engage vous_etiez_engage vous_vous_etiez
    vous_vous_etes_engage m_avait_dit nous_avait_dit m_avait_assure nous_avait_assure m_a_assure nous_a_assure
    m_avait_garanti avait_garanti on_nous_avait_dit on_m_avait_dit etait_cense etait_censee etaient_censes
    etaient_censees cense promised_me promised_us promised_to you_promised he_promised she_promised they_promised
    was_promised were_promised you_were_going you_were_to you_were_supposed was_supposed_to were_supposed_to you_said
    you_told_me he_told_us she_told_us he_told_me told_us told_me assured_us assured_me he_said_he she_said_she
    was_meant_to were_meant_to was_to_have undertook gave_me_his_word gave_us_his`,
};
