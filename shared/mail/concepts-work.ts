import type { ConceptTable } from "./concepts.ts";

/** Work and services, the authorities that order them, papers asked for, and what has nothing to do with an invoice. */
export const CONCEPTS_SERVICE: ConceptTable = {
  work: `travaux chantier chantiers prestation prestations intervention interventions mission missions besogne boulot
    taf job jobs work works installation installations pose montage mise_en_service mise_en_place ouvrage ouvrages
    tache_confiee depannages lot_n contract_work workmanship servicing fitting install installed fitted assembly
    project projet projets deliverable* livrable* milestone* jalon* phase phases etape etapes audit_technique
    accompagnement consulting consultancy assignment* task tasks tranche soutraitance subcontract* worksite build
    prestas presta inter service_rendu services_rendus your_services vos_services l_etude rapport_final`,
  unfinished: `pas_termine* pas_fini* pas_acheve* pas_finalise* pas_complete* inacheve* non_termine* non_acheve*
    non_fini* reste_a_faire restait_a_faire restent_a_faire reste_a_poser reste_a_terminer reste_a_finir a_finir
    a_terminer finir_le finir_les finissez terminez terminer_le terminer_les achever_les achevement laisse_en_plan
    laisses_en_plan en_plan laisse_tomber abandon_de abandonne* en_suspens a_moitie fait_a_moitie moitie_faite
    moitie_du_travail en_cours_de_chantier toujours_en_chantier plante_la claque_la_porte unfinished not_finished
    not_completed not_complete incomplete_work never_finished never_completed isn_t_finished isn_t_complete
    hasn_t_finished haven_t_finished wasn_t_finished wasn_t_completed not_been_finished not_been_completed
    didn_t_finish half_done half_finished half_built half_the_job half_a_job part_done part_completed partly_done
    still_to_do left_to_do left_undone to_be_done to_be_finished to_be_completed remains_to_be walked_off walked_away
    downed_tools left_the_job left_half left_us_with abandoned finish_the_job complete_the_job complete_the_work
    finish_the_work until_it_is_finished not_even_started pas_commence* jamais_commence* not_started hasn_t_started
    yet_to_start to_date_nothing toujours_pas_livre`,
  "not-done": `pas_fait pas_faite pas_faits pas_ete_fait* jamais_fait* jamais_ete_fait* non_fait pas_realise*
    non_realise* jamais_realise* pas_effectue* non_effectue* jamais_effectue* pas_execute* non_execute*
    jamais_execute* pas_rendu* non_rendu* jamais_eu_lieu pas_eu_lieu n_a_pas_eu n_ont_pas_eu n_a_jamais_eu
    pas_ete_realise* pas_ete_effectue* pas_ete_rendu pas_ete_assure* jamais_assure* non_assure* inexecut*
    jamais_ete_realise* jamais_ete_effectue* jamais_intervenu* prestation_fantome fantome* fictif* fictive*
    rien_n_a_ete rien_fait not_done never_done not_been_done wasn_t_done weren_t_done hasn_t_been_done not_carried_out
    never_carried_out not_performed never_performed not_provided never_provided not_rendered never_happened
    didn_t_happen did_not_happen hasn_t_happened never_took_place didn_t_take did_not_take not_taken_place
    didn_t_go_ahead did_not_go_ahead never_went_ahead work_not_done service_not_rendered no_work no_service
    nothing_was_done nothing_done phantom non_existent imaginary inexistant* ete_reporte* postponed called_off
    rained_off n_a_ete_fait n_est_pas_fait`,
  "no-show": `personne_n_est personne_est_venu jamais_venu* pas_venu* pas_passe jamais_passe pas_presente*
    jamais_presente* ne_s_est_pas_presente ne_s_est_jamais fait_faux_bond faux_bond pose_un_lapin poser_un_lapin lapin
    aux_abonnes_absents brille_par jamais_vu_personne vu_personne pas_vu_personne jamais_mis_les_pieds jamais_revenu*
    pas_revenu* plus_revenu* no_show no_shows never_showed never_turned didn_t_show didn_t_turn did_not_turn
    did_not_show nobody_came no_one_came nobody_showed no_one_showed nobody_turned no_one_turned never_came_back
    never_returned stood_us_up stood_me_up failed_to_attend failed_to_show failed_to_appear not_attended
    never_attended did_not_attend didn_t_attend missed_visit* missed_appointment* passage_non_effectue
    visite_non_effectuee passages_non on_vous_attend on_vous_a_attendu waited_all attendu_toute waited_in
    decommande_le_jour annule_au_dernier last_minute_cancel* jamais_reparu disparu_dans_la ghosted`,
  snag: `levee_de_reserves levee_des_reserves lever_les_reserves lever_des_reserves leve_les_reserves reserves_levees
    reserves_non_levees reserves_de_reception reserves_emises reserves_formulees reserves_a_la_reception les_reserves
    des_reserves nos_reserves vos_reserves reserve_n reserve_sur_le_lot liste_des_reserves liste_de_reserves
    non_levees opr finition finitions retouche* reprises reprise_de peinture_a parfait_achevement garantie_de_parfait
    snag snags snagging snaglist punch_list punchlist punch_items defects_list defect_list list_of_defects
    liste_des_defauts liste_des_malfacons touch_up touch_ups outstanding_works outstanding_work making_good_defects
    defects_liability defects_period rectification_period reste_des_points points_a_reprendre points_en_suspens
    points_restants points_bloquants deficienc* liste_de_deficiences quitus`,
  "acceptance-report": `pv_de_reception pv_de_recette pv_signe pv_de_livraison pv_de_levee proces_verbal
    reception_des_travaux reception_de_chantier reception_du_chantier reception_provisoire reception_definitive
    recette recettes recetter receptionner sign_off signed_off signing_off acceptance_certificate acceptance_test*
    acceptance_report acceptance_form user_acceptance uat certificate_of_completion completion_certificate
    practical_completion substantial_completion handover hand_over handed_over attachement attachements
    feuille_d_attachement bon_d_intervention bons_d_intervention fiche_d_intervention rapport_d_intervention
    bon_de_travail bons_de_travaux worksheet* work_sheet* job_sheet* job_card* service_sheet work_order*
    visite_de_reception visite_de_conformite consuel constat_d_achevement decompte_general dgd decompte_definitif
    situation_de_travaux situation_n etat_d_avancement avancement valuation* interim_application
    application_for_payment payment_certificate certified_by maitre_d_oeuvre maitre_d_ouvrage moe moa architect*
    quantity_surveyor clerk_of_works geometre`,
  "hours-work": `heure heures feuille_d_heures feuilles_d_heures feuille_de_temps releve_d_heures releves_d_heures
    hour hours hrs timesheet* time_sheet* regie jour_homme jours_homme jours_hommes man_day* man_hour* day_rate
    day_rates taux_horaire hourly pointage* pointeuse clocked clock_in journee journees demi_journee demi_journees
    jours_factures jours_prestes overtime vacation vacations days_billed days_charged temps_passe temps_de_trajet
    temps_d_attente waiting_time travel_time deplacement deplacements call_out* callout* minimum_call quart_d_heure
    half_day half_days shift shifts astreinte_technique nights week_ends_factures`,
  worker: `technicien* ouvrier* artisan* monteur* installateur* depanneur* reparateur* intervenant* prestataire*
    sous_traitant* poseur* peintre* macon macons couvreur* plaquiste* vos_gars votre_gars vos_hommes vos_equipes
    chef_de_chantier conducteur_de_travaux consultant* engineer* technician* fitter* installer* plumber* electrician*
    builder* painter* roofer* contractor* subcontractor* crew tradesman tradesmen your_man your_men your_lads your_guy
    your_guys your_team workman workmen foreman site_manager project_manager chef_de_projet handyman guards gardien*
    agent_de agents_de vigile* surveillant* security_guard* jardinier* gardener* paysagiste* landscap* decorator*
    photographe* traducteur* translator* interprete* graphiste* designer* vos_techniciens votre_equipe your_engineer
    your_driver your_people your_staff vos_gens votre_ouvrier votre_technicien`,
  training: `formation formations formateur* formatrice* stage_de stage_du stagiaire* module_de session sessions
    seminaire* apprenant* participants feuille_d_emargement feuilles_d_emargement feuilles_de_presence
    attestation_de_presence convention_de_formation convocation* opco opcos fafiea agefice financement_de_la_formation
    certifi_qualiopi qualiopi cpf training trainer* trainee* workshop* seminar* webinar_session class coaching coach
    tutor* teacher* lesson* attendee* attendance certificate_of_attendance curriculum syllabus elearning e_learning
    exam exams examen* diplome* school_fees frais_de_scolarite inscription inscriptions enrolment enrolled desist*
    un_cours cours_de_langue le_cours the_course classes_were`,
  "trade-service": `menage nettoyage nettoye* femme_de_menage agent_d_entretien agents_d_entretien proprete lavage
    lave laves lavees vitrerie laveur poubelle* dechet dechets ordures benne bennes ramassage enlevement_des_dechets
    debarras desinfect* deratisation desinsect* blanchisserie linge pressing cleaning cleaner cleaners cleaned
    janitor* housekeeping hoover* vacuum* mopped washing washed laundry linen bin bins skip skips waste
    rubbish_collection refuse_collection pest_control toilets toilettes sanitaires wc not_cleaned pas_nettoye*
    mal_nettoye* salete dirty_offices tonte elagage espaces_verts mowing lawn hedge* deneigement gritting snow trajet
    trajets tournee tournees kilometre* kilometrage km kms peage* fret affret* chargement* dechargement* chargeur
    voyage voyages ramasse navette* taxi taxis vtc ambulance* deroutement livraison_express groupage
    temps_d_immobilisation immobilisation surestarie* hayon toll tolls mileage miles trip trips haulage cartage
    freight_charge* unload* offload* demurrage detention tail_lift taillift pickup pick_up collection_at delivery_slot
    creneau_de_livraison booking_slot flight flights vol_pour billet_de_train train_ticket demenagement demenageur*
    removals removal_company moving_company crossing ferry port_of discharge aller_retour traiteur* banquet* buffet*
    repas_de mariage mariages soiree soirees concert* spectacle* festival* conference* congres exposition* exposant*
    sonorisation sono eclairage dj orchestre animation animations location_de_salle salle_des_fetes salle_de_reunion
    reception_de_mariage cocktail* seminaire_d_entreprise evenement* catering caterer* wedding weddings venue venues
    event events exhibition* trade_show tradeshow expo booth gala dinner parties guests convives invites couverts
    menus covers hotel hotels chambre_d_hotel chambres_d_hotel nuitee* nights_stay hebergement_de room_hire marquee*
    barnum chapiteau* tente tentes musician* musicien* florist* fleuriste* bouquet* photographer_on tournoi tournament
    aide_a_domicile auxiliaire_de_vie soins soin soignant* resident* infirmier* kine kines kinesitherapeute* medecin*
    hospitalisation hospitalise* ehpad maison_de_retraite creche* garde_d_enfant* portage visite_medicale seance
    seances consultation_medicale orthophoniste* psychologue* opticien* carer* caregiver* nursing nurse nurses
    home_help home_care patient_visit gp physio* therapist* therapy childcare nursery babysit* mutuelle
    complementaire_sante cpam securite_sociale tiers_payant carte_vitale health_insurance social_care council_funded
    apa funeral obseques pompes_funebres maintenance entretien contrat_d_entretien contrat_de_maintenance
    visite_annuelle visite_d_entretien visites_annuelles visite_preventive revision_annuelle ramonage controle_annuel
    verification_periodique verifications_periodiques extincteur* infogerance support_contract service_contract
    service_plan annual_service yearly_service service_visit* annual_visit quarterly_visit* preventive preventif
    curatif curative fire_extinguisher* alarm alarms alarme* telesurveillance hotline_support telemaintenance
    support_level periodic_inspection`,
  "temp-staff": `interim interimaire* agence_d_interim agency_worker* agency_staff temp temps_sent temps_were
    placement_fee honoraires_de_recrutement recrutement_de cabinet_de_recrutement chasseur_de_tete headhunter*
    recruitment_fee recruitment_agency recruiter* candidat candidats candidate candidates periode_d_essai_du
    n_est_pas_reste parti_au_bout left_after quit_after walked_out rebate_period garantie_de_remplacement
    replacement_guarantee detachement detache seconded secondment portage_salarial freelance* free_lance
    mise_a_disposition contrat_de_mission releve_de_mission`,
  rental: `location locations loue loues louee louees louer loueur loyer loyers bail baux locataire* bailleur*
    proprietaire* charges_locatives fin_de_location restitution_du restitue* rendu_le_materiel rendu_la_machine
    rendu_le_vehicule etat_des_lieux depot_de_garantie credit_bail leasing lease leased leases hire hired hiring_of
    rent rents rented rental rentals landlord* tenant* off_hire off_hired end_of_hire return_of_the_equipment tenancy
    deposit_refund service_charge charges_de_copropriete copropriete syndic coproprietaire* managing_agent
    property_manager dilapidation* immobilisation_du_vehicule franchise_assurance`,
  "meter-reading": `compteur* consommation* consommes kwh mwh releve_de_compteur index_releve index_de auto_releve
    estimee estimees estimation* facture_estimee regularisation_de_charges reading readings meter meters metered
    estimated_bill estimated_reading actual_reading smart_meter mpan gigabytes data_usage usage overage*
    forfait_depasse hors_forfait depassement* fioul gaz gas_bill electricity water_bill litre litres liter liters
    gallon gallons photocopie* copies_noires copies_couleur click_charge page_count nombre_de_pages`,
  "not-to-brief": `pas_conforme_au_devis pas_conforme_a_la pas_conformes_a cahier_des_charges ccap cctp spec specs
    specification* brief briefs briefing conforme_au_devis pas_ce_qui_avait pas_ce_qui_a_ete hors_perimetre hors_scope
    perimetre scope out_of_scope outside_the_scope statement_of_work sow plan_initial plans suivant_plan selon_plan
    hors_sujet mal_compris pas_respecte le_cahier non_respect non_respecte* ne_respecte pas_tenu* did_not_follow
    didn_t_follow not_followed contrary_to contrairement not_to_drawing drawing drawings off_brief missed_the_point
    a_cote_de_la engagement_non_tenu engagements_non obligation_de_resultat obligation_de_moyens promised_results
    resultats_promis missed_target* objectif* contenu_non contract_not`,
  "public-body": `mairie mairies commune communes communaute_de_communes agglomeration metropole collectivite*
    conseil_municipal conseil_departemental conseil_regional departement prefecture sous_prefecture region tresorerie
    tresor_public tresorier* perception percepteur comptable_public service_de_gestion_comptable sgc dgfip ministere*
    rectorat academie ecole ecoles college lycee* universite* crous hopital hopitaux chu centre_hospitalier epci
    syndicat_mixte ccas sdis office_hlm bailleur_social marche_public marches_publics marche_n acheteur_public
    town_hall city_hall council councils county borough municipality municipal treasury treasurer public_sector
    government ministry school schools university universities hospital hospitals nhs trust trusts public_accountant
    public_procurement framework_agreement parish cpas intercommunale administration_communale echevin* la_ville
    service_public deliberation deliberations elus elected budget_primitif exercice_clos journee_complementaire`,
  "portal-upload": `chorus choruspro chrous portail portails portal portals plateforme plateformes platform platforms
    deposer deposez depot_sur deposee_sur deposees depose_sur upload* televers* dematerialis* facturation_electronique
    facture_electronique e_invoice* e_invoicing einvoic* electronic_invoice* factur_x facturx pdp ppf edi peppol ubl
    xml submit submitted submission via_le_portail supplier_portal vendor_portal espace_fournisseur supplier_network
    supplier_hub saisir_la_facture saisie_de_la recyclage recycler recyclee statut_rejete statut_suspendu
    mise_a_disposition_du cadre_de_facturation raccordement`,
  "public-money": `mandat mandats mandate mandatee mandatees mandates mandater mandatement mandatements remandat*
    ordonnance ordonnancement ordonnancee ordonnateur bordereau_de_mandat bordereau_de_mandats mise_en_paiement
    liquidation_de_la_depense liquidee_par liquider_la_facture service_liquidateur pec prise_en_charge_par
    demande_de_paiement dp_n payment_order payment_orders payment_voucher* visa_du visa_de_la controle_budgetaire
    controleur_financier budgetary credits_budgetaires credits_votes vote_du_budget virement_de_credits
    decision_modificative exercice_budgetaire subvention subventions grant grants`,
  "internal-code": `code_service codes_service service_code service_codes code_du_service numero_d_engagement
    numeros_d_engagement n_d_engagement no_d_engagement commitment_number commitment_no num_engagement numero_ej ej
    bon_d_engagement engagement service_executant code_executant siret_destinataire code_imputation imputation
    imputations code_analytique analytique centre_de_cout centre_de_couts centre_de_frais cost_centre cost_center
    cost_code cost_codes gl_code nominal_code ledger_code project_code code_projet code_affaire numero_d_affaire
    numero_de_marche numero_de_tranche budget_line ligne_budgetaire code_chantier wbs job_number job_ref`,
  "sales-talk": `notre_offre nos_offres notre_catalogue catalogue catalogues catalog offre_speciale offres_speciales
    promotion promotions promo_exceptionnelle soldes black_friday demonstration_gratuite audit_gratuit partenariat
    partenariats partner_with partnership* nos_services nos_solutions notre_solution our_solution our_services
    our_products our_platform nos_produits decouvrez decouvrir boostez augmentez_votre optimisez votre_visibilite seo
    referencement_naturel lead_generation generate_leads leads grow_your boost_your increase_your_sales special_offer
    limited_offer limited_time exclusive_offer business_opportunity reach_out_to introduce_our introduce_myself
    presenter_notre presenter_nos prospection commercial_proposal free_quote devis_gratuit free_demo book_a_demo
    free_trial_of je_me_permets_de_vous_contacter wholesale_price factory_price manufacturer_of fabricant_de
    we_manufacture best_prices meilleurs_prix prix_imbattables pret_professionnel financing_offer cash_advance
    assurance_pro mutuelle_entreprise panneaux_solaires solar_panels photovolta* recherche_d_investisseurs
    prestations_de_qualite sponsor* mecenat tombola sales_pitch not_interested pas_interesse* your_current
    current_supplier current_provider fournisseur_actuel prestataire_actuel quick_call minutes_to_show show_you_our
    vous_presenter love_to_show offre_valable valable_jusqu valid_until avec_le_code nouvelle_gamme new_range
    toute_la_gamme`,
  newsletter: `newsletter* infolettre* desabonn* desinscri* unsubscribe unsubscribed se_desinscrire opt_out
    liste_de_diffusion webinar* webinaire* livre_blanc white_paper whitepaper ebook invitation_a inscrivez
    register_now register_here sign_up save_the_date actualites actus bulletin_d_information view_in_browser
    version_en_ligne podcast follow_us suivez_nous portes_ouvertes open_day conference_en_ligne edition_du latest_news
    hors_serie mailing replay enquete* sondage* survey* questionnaire* satisfaction feedback votre_avis vos_avis
    avis_client laisser_un_avis notez_nous rate_us rate_your your_opinion customer_review* leave_a_review reviews
    google_review etoiles stars nps recommend_us recommanderiez evaluation_fournisseur evaluez supplier_evaluation
    supplier_assessment benchmark etude_de_marche market_research barometre rse bilan_carbone carbon_footprint
    ecovadis`,
  "job-application": `candidature* lettre_de_motivation mon_cv cv curriculum_vitae alternance alternant* apprenti*
    stage_en offre_d_emploi offre_de_stage recherche_d_emploi recherche_un_stage recherche_un_emploi postule postuler
    poste_de poste_a_pourvoir vacancy vacancies job_application job_offer job_opening apply_for applying applicant*
    resume internship* intern hiring_for recruiting cover_letter entretien_d_embauche job_interview interview emploi
    embauche* recruter recrutons we_are_recruiting rejoindre_votre join_your salaire salary bulletin_de_paie
    fiche_de_paie payslip* permanent_position`,
  meeting: `rendez_vous rdv rdvs reunion reunions meeting meetings appointment* agenda agendas calendrier calendar
    visio visioconference* visioconf teams_call zoom video_call conf_call conference_call creneau creneaux slot slots
    disponibilite* etes_vous_disponible availability are_you_free invitation* invite invites confirmed_for book_in
    book_a booking reservation* table_pour passez_nous_voir drop_by pop_in come_and_see rencontr* meet decaler
    reporter_le reschedul* ordre_du_jour minutes_of compte_rendu_de assemblee_generale annual_general agm visite_du
    site_visit to_meet_you`,
  social: `felicit* congrat* anniversaire* birthday* voeux meilleurs_voeux bonne_annee happy_new_year joyeux_noel
    merry_christmas bonnes_vacances bonne_fete good_luck bonne_chance bon_courage bon_retablissement get_well
    condoleances condolences bebe baby naissance newborn bon_appetit dejeuner lunch diner resto restaurant apero
    pot_de_depart pot_de_fin leaving_do drinks pub pint beers biere cafe_ensemble coffee foot football match_de rugby
    golf ski peche petanque loto lottery cagnotte whip_round photos_de_vacances holiday_photos retraite_bien
    retirement_party on_se_voit comment_vas how_are_you comment_allez la_famille the_family the_kids les_enfants meteo
    weather nice_to_see good_to_see ravi_de heureux_de_vous lovely_to blague joke_of recette_de_cuisine chocolats
    cadeau* gift gifts hamper* bouteille_de_vin bottle_of_wine etrennes souvenirs fetes_de_fin bonnes_fetes
    comment_ca_va season_s_greetings`,
  "thanks-for-else": `merci_pour_votre_accueil merci_pour_l_accueil merci_pour_le_cadeau merci_pour_les_chocolats
    merci_pour_la_visite merci_pour_le_repas merci_pour_la_reunion merci_pour_ton merci_pour_votre_aide
    merci_pour_votre_travail merci_pour_la_qualite merci_pour_l_invitation merci_pour_le_devis merci_pour_les_photos
    merci_pour_la_formation merci_a_toute merci_encore_pour thank_you_for_the_visit thanks_for_the_visit
    thanks_for_coming thank_you_for_coming thanks_for_having thank_you_for_having thanks_for_lunch
    thanks_for_the_lunch thank_you_for_your_hospitality thanks_for_the_gift thanks_for_the_hamper
    thanks_for_the_chocolates thanks_for_the_quote thanks_for_the_invitation thank_you_for_the_invitation
    thanks_for_the_great great_work great_job well_done super_boulot beau_travail tres_satisfait* ravis_de_votre
    very_pleased_with really_pleased happy_with_the_work delighted excellent_travail excellent_work
    merci_pour_le_boulot beautiful_work lovely_job`,
  "lost-object": `parapluie* umbrella* lunettes_de_soleil sunglasses trousseau cles_de keys cle_usb usb_stick echarpe
    scarf manteau coat jacket veste gants casquette portefeuille wallet sac_a_main handbag telephone_portable charger
    chargeur_de laptop_bag objet_trouve objets_trouves lost_property oublie_chez oublie_dans oublie_sur oubliee_chez
    laisse_chez_vous left_behind left_my left_his left_her left_at_your avez_vous_retrouve have_you_found
    retrouve_chez found_in_the thermos gourde doudou parking place_de_parking stationn* garer gare_devant parked
    park_in park_your badge badges acces_au_site barriere barrier gate digicode code_d_entree alarm_code immeuble
    building_management fire_drill exercice_incendie evacuation cantine canteen machine_a_cafe coffee_machine
    ascenseur_en premises offices_will fermeture_annuelle fermeture_exceptionnelle closed_for annual_closure
    horaires_d_ouverture opening_hours jours_feries bank_holiday pont_de_l travaux_dans_la roadworks coupure_d_eau
    coupure_de_courant power_cut vestiaire* locker* velo bike_shed gardien_de_l copie_des_cles a_oublie_un
    a_oublie_une a_oublie_son a_oublie_sa a_oublie_ses a_laisse_son a_laisse_sa a_laisse_ses l_auriez_vous_retrouve
    auriez_vous_retrouve retrouve_un retrouve_une found_a found_his found_her`,
  "new-business": `nouvelle_commande new_order prochaine_commande next_order passer_commande passer_une_commande
    place_an_order to_order_more commander_a_nouveau besoin_d_un_devis faire_un_devis etablir_un_devis
    demande_de_devis demande_de_prix appel_d_offres cotation cotations request_for_quotation request_for_quote rfq
    rfqs tender tenders call_for_tender quote_me quote_for could_you_quote quotation_for price_list liste_de_prix
    liste_des_prix grille_tarifaire tarifs_2026 tarif_2027 nouveau_tarif fiche_technique fiches_techniques data_sheet
    datasheet* fiche_de_donnees safety_data_sheet echantillons_gratuits free_samples delai_de_fabrication
    stock_disponible availability_of do_you_stock avez_vous_en_stock do_you_sell en_avez_vous do_you_have_any
    prochaine_livraison next_delivery prochaine_intervention next_visit renouveler_la_commande reorder reappro*
    same_again comme_la_derniere renseignement_sur_vos interesses_par_vos enquiry enquiries me_garder garder_de_cote
    mettre_de_cote mettez_moi_de mets_moi keep_me_a put_aside set_aside_for auriez_vous_encore auriez_vous_des
    auriez_vous_une vous_auriez_une_machine disponible_la_semaine libre_la_semaine free_the_week do_you_still_have
    do_you_do_any do_you_hire ca_vous_interesse_de prix_pour`,
  announcement: `demenageons demenage demenagement_de_nos nous_avons_demenage moving_to moving_office* moved_to
    relocat* nouvelle_adresse new_address change_of_address changement_d_adresse nouveaux_locaux nouveau_siege
    new_premises new_office change_of_name changement_de_nom new_name nouveau_numero new_phone_number new_number
    changement_de_banque changement_de_rib new_bank_details change_of_bank politique_de_confidentialite privacy_policy
    rgpd gdpr data_protection donnees_personnelles conditions_generales_mises terms_have_changed updated_terms
    mise_a_jour_de_nos note_d_information information_notice nous_vous_informons please_be_advised circulaire circular
    audit_confirmation circularisation commissaire_aux_comptes auditor* code_of_conduct charte_fournisseur
    anti_corruption reset_your_password mot_de_passe_expire security_alert alerte_securite`,
  copy: `copie copies cpie duplicata* duplicat copy copys resend re_send resent renvoyer renvoyez renvoie reenvoyer
    renvoi reexpedier send_again send_it_again me_renvoyer re_email pdf pdfs version_pdf en_pdf format_pdf
    lost_the_invoice perdu_la_facture egare_la_facture remettre_la_main put_my_hands mislaid misplaced pas_la_facture
    pas_cette_facture pas_de_facture pas_recu_la_facture pas_recu_cette_facture jamais_recu_la_facture
    jamais_eu_la_facture never_received_the_invoice not_received_the_invoice don_t_have_the_invoice no_copy_of
    don_t_have_a_copy pas_en_ma_possession pas_en_notre_possession facture_originale original`,
  unreadable: `s_ouvre_pas ouvre_pas doesn_t_open won_t_open can_t_open cannot_open not_open unreadable illisible_en
    corrupted corrompu corrompue lien_mort dead_link broken_link lien_ne_marche lien_ne_fonctionne lien_expire
    link_expired link_doesn link_has_expired piece_jointe_vide sans_piece_jointe sans_la_piece sans_pj pas_de_piece
    pas_de_pj no_attachment nothing_attached wasn_t_attached was_not_attached not_attached forgot_to_attach
    forgot_the_attachment oublie_la_piece oublie_de_joindre oublie_la_pj piece_jointe_manquante jointe_manquante
    attachment_missing missing_attachment fichier_vide page_blanche blank_page mauvais_fichier wrong_file
    wrong_attachment mauvaise_piece_jointe password_protected`,
  "bank-details": `rib ribs iban ibans bic swift coordonnees_bancaires coordonnees_de_paiement references_bancaires
    domiciliation numero_de_compte compte_a_crediter compte_bancaire bank_details banking_details bank_account
    account_details account_number account_no acct_details sort_code routing_number aba_number payment_details
    remittance_details wire_details wire_instructions payment_instructions bank_info bank_information
    releve_d_identite identite_bancaire nouveau_rib changement_de_compte sur_quel_compte which_account what_account
    where_to_send_the_money lien_de_paiement payment_link pay_by_card payer_par_carte paiement_en_ligne pay_online
    stripe_link cheque_a_l_ordre libelle_du_cheque payable_to callback_verification`,
  "fraud-check": `fraude fraudes frauduleu* fraud fraudulent fraudster* scam scams scammed scammer* phishing
    hameconnage usurpation usurpe arnaque arnaques arnaqueurs faux_mail faux_mails faux_rib fake_invoice fake_email
    pirate piratee pirates hacked hack hackers compromised spoofed impersonat* contre_appel call_back_to_verify
    callback verify_the verify_your verify_this verifier_l_iban confirmer_l_iban confirmer_le_rib confirm_the_iban
    confirm_your_bank papier_a_en en_tete letterhead headed_paper de_vive_voix lequel_est_le_bon laquelle_est_la_bonne
    which_is_correct which_is_live which_one_is_right pas_le_meme_iban autre_iban different_iban different_account
    another_account louche suspicious suspect suspecte titulaire_du_compte account_holder beneficiaire_inconnu mefian*
    mefie*`,
  "supplier-record": `numero_de_tva numero_tva n_tva n_de_tva tva_intracom tva_intracommunautaire vat_number vat_no
    vat_registration vat_id numero_siret numero_siren n_siret numero_d_entreprise extrait_kbis kbis k_bis
    extrait_d_immatriculation fiche_fournisseur formulaire_fournisseur formulaire_de_creation creation_fournisseur
    creer_votre_compte_fournisseur creation_de_compte_fournisseur referencement_fournisseur
    referencement_des_fournisseurs code_fournisseur compte_fournisseur attestation_de_vigilance attestation_urssaf
    attestation_fiscale urssaf attestation_d_assurance attestation_de_regularite supplier_form vendor_form
    new_supplier_form supplier_set_up supplier_setup vendor_setup vendor_set_up vendor_onboarding supplier_onboarding
    onboarding set_you_up set_up_on_our set_up_as_a supplier_number vendor_number vendor_id supplier_code supplier_id
    w9 w_9 w8 utr certificate_of_incorporation company_registration ein tax_id tin_number pan_card gstin abn bce
    numero_bce vendor_master supplier_record know_your_supplier due_diligence insurance_certificate`,
  statement: `releve releves etat_de_compte etat_des_factures etat_du_compte situation_de_compte situation_du_compte
    point_complet recap recapitulatif* liste_des_factures listing balance_agee extrait_de_compte extrait_du_compte
    grand_livre historique statement* soa account_statement aged_balance aged_debt ageing aging open_items
    open_invoices list_of_invoices list_of_open outstanding_list breakdown_of_the_account account_summary reconcil*
    recon rapprochement pointer_le_compte pointer_notre lettrage lettrer lettre_avec customer_ledger our_ledger
    your_ledger account_history quelles_factures which_invoices what_invoices combien_nous_devons how_much_we_owe
    what_we_owe etat_recapitulatif full_list everything_since tout_depuis sur_une_feuille on_one_sheet on_one_page
    sur_une_page toutes_les_factures all_the_invoices tout_ce_qui_est_ouvert everything_open everything_that_s_open
    everything_you_have what_you_have_open ce_qu_il_reste combien_en_tout le_total_en`,
  certificate: `certificat certificats attestation attestations attester certificate certificates certification
    certified justificati* justifier justifiez justifie pieces_justificatives document_justificatif
    supporting_document* supporting_docs supporting_evidence back_up_documents backup_documents documentation
    documents_demandes required_documents paperwork papiers dossier_complet dossier_incomplet doe documents_d_ouvrage
    plan_de_recolement notice_technique proces_verbal_d_essai coc coa test_certificate mill_certificate msds
    bordereau_de_suivi bsd safety_certificate gas_certificate electrical_certificate o_and_m manuals operation_manual
    user_manual notice_d_utilisation carnet_d_entretien logbook`,
  breakdown: `detail details detaille detaillee detaillez ventilation ventiler decompose decomposition decompte
    decomptes explication* expliquer expliquez explain explained explanation* clarif* eclairc* precision* preciser
    precisez a_quoi_correspond a_quoi_correspondent a_quoi_ca correspond_a_quoi c_est_quoi c_quoi de_quoi_s_agit
    quoi_il_s_agit quelle_prestation quelle_commande quel_chantier quelle_livraison quel_est_cet qu_est_ce_que_cette
    breakdown break_it_down itemis* itemiz* line_by_line ligne_par_ligne poste_par_poste what_is_this what_s_this
    what_does_this what_this_is what_it_relates what_this_relates relates_to relate_to what_was_supplied what_for
    which_job which_order which_delivery how_did_you_calculate how_you_calculated how_was_this calculated
    comment_avez_vous_calcule calcul calculs calcule calculation* comprends_pas comprenons_pas comprend_pas
    don_t_understand do_not_understand unclear pas_clair confused incomprehensible* more_information
    plus_d_informations plus_d_infos d_ou_sort d_ou_sortent d_ou_vient d_ou_viennent d_ou_tirez ca_comprend_quoi
    comprend_quoi c_est_pour_quoi c_est_pour_qui pour_quoi_faire does_it_include does_that_include does_this_include
    what_exactly is_it_for which_one_is which_of_the where_does_this where_does_that where_do_you_get how_did_you_get
    how_did_you_arrive how_did_you_land walk_me_through eclairez eclairer ma_lanterne y_perds m_y_perds
    what_does_it_cover ce_que_couvre que_couvre quel_mois quelle_periode which_month which_period come_to_another`,
};
