import type { ConceptTable } from "./concepts.ts";

/** Who is who around a debtor's desk, what they say to each other about a mail, and when nobody is there. */
export const CONCEPTS_OFFICE: ConceptTable = {
  accounts: `compta comptabilite comptable comptables service_comptable services_comptables service_compta
    service_comptabilite service_fournisseurs service_facturation service_financier services_financiers
    service_finance service_finances service_paiement service_paiements service_tresorerie service_reglements
    la_finance les_finances back_office accounts accounting finance payables ap_team a_p accts acct_dept
    purchase_ledger bought_ledger creditors_team paying_team payments_team payment_team treasury_team disbursing
    billing_department bookkeeping ap_department ap_clerk paymaster`,
  boss: `patron patronne patrons boss chef cheffe gerant gerante gerance cogerant directeur directrice direction dg
    pdg president presidente dirigeant dirigeante dirigeants associe associes mon_associe mes_associes responsable
    hierarchie superieur superieure n_plus manager managing_director md ceo coo owner owners
    proprietaire_de_l_entreprise partner partners my_partner business_partner director directors board the_board
    codir chairman chairwoman head_of_the governor gaffer proprietor big_boss
    the_guvnor le_grand_chef la_grande_chef en_haut upstairs higher_up higher_ups top_management management
    senior_management the_powers superviseur supervisor team_leader line_manager bestuur la_patronne`,
  treasurer: `tresorier tresoriere tresoriers treasurer cfo daf raf directeur_financier directrice_financiere
    direction_financiere responsable_financier responsable_financiere responsable_administratif
    responsable_administrative chef_comptable cheffe_comptable responsable_comptable directeur_administratif
    finance_director fd finance_manager financial_controller controller comptroller financial_director
    head_of_finance vp_finance chief_accountant financial_manager controleur_de_gestion controleur_financier
    secretaire_general secretaire_generale dgs intendant intendante bursar economat econome business_manager
    school_business finance_officer treasury grand_argentier the_purser keeper_of_the grande_argentiere`,
  buyer: `acheteur acheteuse acheteurs achats service_achats service_achat direction_des_achats approvisionnement
    approvisionneur approvisionneuse appro demandeur demandeuse donneur_d_ordre prescripteur prescripteurs requerant
    buyer buyers purchasing procurement sourcing requester requisitioner requestor category_manager supply_chain
    commercial_team chef_de_projet cheffe_de_projet charge_de_projet project_manager project_team contract_manager
    gestionnaire_de_contrat responsable_de_service responsable_d_agence agency_manager chef_de_secteur la_technique
    les_techniques service_technique services_techniques technical_department operations ops_team operational
    the_department le_service_concerne service_concerne service_demandeur`,
  "site-manager": `chantier chantiers chef_de_chantier conducteur conductrice cdt chef_d_equipe chef_d_atelier
    atelier magasinier entrepot warehouse yard store_manager shop_manager depot_manager branch agence
    directeur_d_agence directeur_de_site responsable_de_site responsable_maintenance maintenance site_manager
    site_agent site_team on_site on_our_site foreman clerk_of_works quantity_surveyor surveyor surveyors qs engineer
    ingenieur architecte architect maitre_d_oeuvre maitrise_d_oeuvre maitre_d_œuvre moe main_contractor
    entreprise_generale logistics logistique quai reception_marchandises goods_in facilities facility_manager
    regisseur chef_de_cuisine kitchen shop_floor store_keeper storekeeper notre_depot chef_de_depot du_depot
    au_magasin du_magasin`,
  "head-office": `siege le_siege au_siege du_siege maison_mere societe_mere groupe le_groupe holding la_centrale
    centrale filiale filiales head_office headoffice headquarters hq h_o parent group corporate home_office
    mothership la_maison centralisee centralise centralised centralized national_office regional_office
    direction_regionale franchiseur franchisor region_direction our_office_in nos_bureaux_de`,
  "shared-services": `centre_de_services centre_de_service_partage csp services_partages centre_de_traitement
    cellule_factures cellule_facturation pole_factures pole_fournisseurs plateforme_comptable shared_service
    shared_services ssc service_centre service_center service_desk helpdesk help_desk back_office_in outsourced
    outsourcing externalisee externalise externalisation prestataire_comptable bpo offshore hub finance_hub
    invoice_hub ap_helpdesk ap_support vendor_helpdesk vendor_support supplier_helpline supplier_hotline hotline
    invoice_processing processing_centre processing_center bangalore_team gestion_deleguee`,
  "outside-accountant": `expert_comptable experts_comptables expertise_comptable cabinet_comptable notre_cabinet
    mon_cabinet le_cabinet fiduciaire ma_fiduciaire notre_fiduciaire comptable_externe mon_comptable ma_comptable
    notre_comptable notre_expert bookkeeper my_bookkeeper our_bookkeeper my_accountant our_accountant
    our_accountants accountant accountants cpa chartered_accountant accountancy accounting_firm
    syndic_de_copropriete le_syndic gestionnaire_d_immeuble managing_agent managing_agents property_manager
    block_manager regie_immobiliere agence_immobiliere notaire le_notaire mon_notaire notary conveyancer`,
  family: `mari mon_mari epoux femme ma_femme epouse mon_epouse conjoint conjointe compagnon compagne ma_mere
    mon_pere papa maman mon_fils ma_fille fils_qui fille_qui mon_frere ma_soeur beau_pere beau_frere belle_fille
    gendre neveu husband my_husband wife my_wife spouse dad my_dad mum my_mum mom my_mom my_father my_mother father
    mother my_son my_daughter brother my_brother sister my_sister uncle cousin son_in_law the_missus missus
    better_half hubby beau_fils parents tonton bru ma_bru mon_epoux_qui petit_fils grand_mere mamie papi belle_soeur
    my_partner_does`,
  colleague: `collegue collegues ma_collegue mon_collegue ma_consoeur mon_confrere notre_collegue mes_collegues
    colleague colleagues my_colleague co_worker coworker equipe l_equipe mon_equipe notre_equipe les_equipes team
    my_team our_team the_team assistante mon_assistante assistant secretaire ma_secretaire notre_secretaire
    secretariat secretary pa_to standardiste accueil reception_desk receptionist front_desk admin_team admin_lady
    office_lady office_manager the_girls les_filles les_gars the_lads the_guys collab collaborateur collaboratrice
    collaborateurs binome the_office le_bureau`,
  successor: `successeur successeure remplacant remplacante mon_remplacant ma_remplacante son_remplacant
    sa_remplacante repris_par a_repris ai_repris reprends reprend_le reprend_mes prend_la_suite prend_le_relais
    prends_la_suite pris_la_suite passe_la_main a_pris_ma a_pris_sa nouvelle_personne nouveau_responsable
    nouvelle_responsable nouveau_comptable nouvelle_comptable nouveau_gerant nouveau_proprietaire nouveau_directeur
    repreneur repreneurs successor replacement my_replacement her_replacement his_replacement replaces replaced_by
    taken_over took_over taking_over takes_over new_owner new_owners new_manager new_accountant new_contact
    new_person new_starter just_started just_joined stepped_into handover hand_over handed_over passation transition
    desormais_suivi desormais_gere now_handled now_managed nouvel_interlocuteur nouvelle_interlocutrice`,
  "left-company": `quitte_la_societe quitte_l_entreprise quitte_la_maison quitte_ses quitte_mes quitte_son_poste
    quitte_nos_effectifs quitte_l_association quitte_le_groupe a_quitte n_est_plus_chez n_est_plus_dans
    n_est_plus_la n_est_plus_en_poste n_est_plus_des n_est_plus_notre n_est_plus_employe ne_travaille_plus
    ne_fait_plus_partie fait_plus_partie plus_chez_nous plus_dans_la plus_dans_l_entreprise plus_en_poste
    plus_des_notres ne_suis_plus a_la_retraite en_retraite parti_en_retraite partie_en_retraite depart_en_retraite
    demissionne demission licencie licenciee mute mutee cesse_ses_fonctions fait_valoir left_the_company
    left_the_business left_the_firm has_left_us have_left_the no_longer_with no_longer_works no_longer_work
    no_longer_working no_longer_employed no_longer_here no_longer_at no_longer_an_employee no_longer_part
    not_with_us doesn_t_work_here does_not_work don_t_work_here don_t_work_for moved_on retired retirement resigned
    stepped_down made_redundant let_go_in my_last_day dernier_jour passed_away`,
  "stand-in": `interim interimaire remplacement en_remplacement remplace depanne_pendant stagiaire alternante
    alternant apprenti apprentie vacataire suppleant suppleante par_interim en_mon_absence en_son_absence
    pendant_son_absence pendant_mon_absence durant_mon_absence durant_son temp temping agency_temp intern trainee
    apprentice covering_for covering_while cover_for holding_the_fort minding_the filling_in standing_in stand_in
    maternity_cover holiday_cover sickness_cover deputising deputizing acting in_my_absence in_her_absence
    in_his_absence in_their_absence while_i_am_away while_she_is_away while_he_is_away back_up backup_contact
    assure_l_interim tient_la_boutique tiens_la_boutique garde_la_maison`,
  "not-mine": `ne_m_occupe_pas ne_m_occupe_plus m_occupe_plus m_occupe_pas s_occupe_plus pas_en_charge
    plus_en_charge ne_gere_pas ne_gere_plus gere_plus gere_pas ne_suis_pas_la_bonne pas_la_bonne_personne
    bonne_personne pas_le_bon_interlocuteur pas_le_bon_service bon_interlocuteur bon_service pas_mon_service
    pas_de_mon_ressort de_mon_ressort pas_de_mes pas_mon_domaine pas_concerne pas_concernee ne_me_concerne
    ne_nous_concerne me_concerne_pas nous_concerne_pas ne_traite_pas ne_traitons_pas n_est_pas_traite pas_habilite
    ne_suis_pas_comptable rien_a_voir_avec aucun_pouvoir n_ai_pas_la_main pas_la_main not_my_department not_my_area
    not_my_job not_mine not_the_right_person wrong_person right_person right_contact wrong_department wrong_contact
    not_responsible not_in_charge don_t_handle do_not_handle don_t_deal do_not_deal no_longer_deal no_longer_handle
    no_longer_look no_longer_manage no_longer_responsible no_longer_in_charge nothing_to_do_with don_t_look_after
    above_my_pay out_of_my_hands only_the barking_up wrong_tree wrong_door mauvaise_porte mauvais_guichet
    trompez_de_guichet trompez_de_porte pas_ici_que je_ne_fais_que je_fais_que moi_je_fais m_occupe_uniquement
    m_occupe_que i_only i_just_do we_only_do je_ne_suis_que plus_la_main pas_ma_partie mon_rayon pas_mon_rayon
    not_my_patch not_my_bag just_the`,
  "in-charge": `s_occupe s_en_occupe qui_s_occupe en_charge_de en_charge_des charge_de charge_du chargee chargees
    qui_gere gere_les gere_ca gere_le gere_tout qui_traite qui_suit suit_le_dossier suit_votre responsable_de
    responsable_des responsable_du deals_with deal_with dealing_with handles handling looks_after look_after
    takes_care in_charge responsible_for runs_the manages_the manages_our the_one_who the_person_who la_personne_qui
    celui_qui celle_qui c_est_elle_qui c_est_lui_qui the_man_for the_lady_who point_person who_does_the
    tient_les_comptes tient_la_caisse holds_the_purse tient_les_cordons cordons_de_la_bourse purse_strings
    a_le_chequier tient_la_bourse tient_le_chequier tient_les_cles holds_the_cheque has_the_cheque does_the_money
    does_the_books does_the_bills does_all_the pays_the_bills signs_the_cheques fait_les_cheques fait_les_papiers
    fait_tout_le_bureau fait_le_bureau tout_passe_par passe_par_le all_goes_through goes_through_the money_is_with
    money_matters is_the_one_to l_argent_c_est les_sous_c`,
  "write-to": `adressez_vous vous_adresser adresser_vos adressez_vos adresser_votre adressez_votre
    adresser_directement adressez_directement veuillez_contacter merci_de_contacter contactez contacter
    prendre_contact prenez_contact merci_d_ecrire ecrivez_a ecrire_a ecrivez_lui ecrivez_plutot veuillez_ecrire
    envoyez_vos envoyer_vos envoyer_toutes envoyez_a envoyer_a envoyez_plutot envoyez_ca_a voyez_avec
    voir_directement voyez_directement voyez_ca vous_rapprocher rapprochez_vous vous_tourner tournez_vous
    transmettre_a transmettez_a faire_suivre_a faut_voir_avec il_faut_voir il_faut_s_adresser s_adresser adressees_a
    mettez_en_copie mettre_en_copie a_l_attention please_contact contact_our contact_the contact_my please_email
    please_write please_send_to please_direct direct_your direct_all direct_this redirect redirected readdress
    re_address refer_to refer_you refer_your get_in_touch_with get_hold_of reach_out_to speak_to speak_with talk_to
    write_to email_to best_to_email try_our try_the ask_for send_it_to send_them_to send_all send_this_to
    send_future address_your address_all up_to_date_contact escalate_to via_l_adresse a_l_adresse_suivante
    following_address following_email in_future_please a_l_avenir dorenavant desormais_a`,
  mailbox: `adresse_mail adresse_email adresse_e_mail adresse_electronique adresse_courriel adresse_generique
    boite_mail boite_generique boite_de_reception boite_aux_lettres messagerie mail_adress email_address mailbox
    inbox shared_mailbox generic_mailbox generic_address email_adress cette_adresse cette_boite this_address
    this_mailbox this_inbox this_email_address new_email nouvelle_adresse changed_address change_of_address
    ancienne_adresse old_address not_monitored unmonitored n_est_pas_lue n_est_plus_consultee n_est_plus_relevee
    n_est_plus_utilisee n_est_plus_active no_longer_monitored no_longer_in_use no_longer_active deactivated
    desactivee relevee ligne_directe direct_line direct_number extension_number coordonnees contact_details
    phone_number numero_de_telephone`,
  "wrong-addressee": `vous_trompez trompez_de trompe_de_destinataire erreur_de_destinataire mauvais_destinataire
    mauvaise_adresse pas_le_destinataire pas_notre_societe pas_notre_entreprise pas_la_bonne_societe
    pas_la_meme_societe ne_connais_pas_cette ne_connaissons_pas connaissons_pas connais_pas ne_vous_connais
    ne_vous_connaissons homonyme homonymes confondez confusion_avec confondre meme_nom pas_client pas_cliente
    pas_clients jamais_ete_client jamais_travaille_avec jamais_fait_appel wrong_company wrong_address wrong_email
    wrong_number wrong_recipient wrong_people wrong_business mistaken_identity not_our_company not_our_invoice
    not_our_bill not_ours don_t_know_you never_heard never_dealt never_done_business never_used no_account_with
    not_a_customer not_your_customer not_the_company sent_in_error sent_by_mistake sent_to_me_by received_in_error
    mixed_us mixing_us similar_name same_name unrelated_company je_suis_un_particulier private_individual
    personal_email recu_par_erreur envoye_par_erreur par_erreur in_error by_mistake`,
  received: `bien_recu bien_recus bien_recue bien_note bien_pris recu_votre accuse_reception accuse_de_reception
    accusons accuse_bonne bonne_reception avons_recu ai_recu recu_ce recu_ton received_with received_your
    received_and well_received acknowledge acknowledged acknowledging acknowledgement acknowledges receipt_of
    in_receipt have_received_your got_your got_this got_it thanks_for_your thank_you_for_your merci_pour_votre
    merci_de_votre merci_pour_ton merci_du_rappel merci_pour_le_rappel merci_de_ce thanks_for_the_reminder
    thanks_for_the_nudge thanks_for_the_chase thanks_for_flagging thanks_for_letting thanks_for_this
    thanks_for_reaching noted duly_noted note_taken bien_compris c_est_note je_note nous_notons pris_note
    prenons_note prends_note prend_note i_note we_note message_recu recu_cinq understood suite_a_votre
    further_to_your in_reply_to en_reponse_a reponse_a_votre lu_votre read_your vu_votre ok_recu ok_note seen_your
    seen_this lu_et c_est_entendu j_ai_compris ai_bien_compris bien_vu_votre seen_it ok_vu message_lu recu_merci`,
  "passed-on": `transmis transmise transmises transmets transmettons transmet fais_suivre faisons_suivre
    fait_suivre faire_suivre ferai_suivre ferons_suivre suivre_a suivre_au suivre_votre transfere transferee
    transferes transferons transferer je_transmettrai transmettrai transmettrons communique_a remonte remonter
    remontee remontons fais_remonter faire_remonter fait_remonter redirige redirigee rediriger oriente_vers
    basculer_a passe_le_message fait_passer fais_passer passed_on passed_to passed_this passed_it passed_your
    passing_this passing_on pass_on pass_this pass_it passing_it forwarded forwarding forward_to forward_this
    forward_your handed_to handed_on sent_on sent_it_on sent_this_on sent_over_to relayed relaye relayer relaie
    flagged flagging escalated escalating escalate escalade escaladee escalader shared_with sharing_with copied_in
    copying_in cc_d cced ccing looping_in looped_in loop_in adding_in added_to_copy en_copie mets_en_copie
    mis_en_copie met_en_copie ajoute_en_copie je_mets_en in_copy on_copy dans_la_boucle put_it_to raised_with
    raised_it depose_sur_le_bureau mis_sur_son_bureau posee_sur put_on_his_desk put_on_her_desk given_it_to
    gave_it_to donne_a_la soumis_a soumets_a submitted_to_our laissee_a a_qui_de_droit glisse_sous_les_yeux
    glisse_sur_le_bureau lui_mets_ca_sous put_it_in_front put_through_to passed_along pass_along monte_au monte_ca
    in_front_of_him in_front_of_her`,
  "look-into": `regarde regarder regarderai regarderons regardons je_regarde vais_regarder je_verifie verifie
    verifier verifierons verifierai verifions vais_verifier verification verifications en_cours_de_verification
    controle controler controlons examiner examine examinons examinerons etudie etudier etudions a_l_etude analyse
    analysons analyser_votre fais_des_recherches faisons_des_recherches recherche recherches faire_des_recherches
    creuse creuser je_creuse me_penche nous_penchons me_renseigne nous_renseignons me_renseigner renseigne_et
    fais_le_point faire_le_point faisons_le_point tirer_au_clair tirer_ca eclaircir voir_ce_qui voir_ce_qu
    voir_ou_ca voir_ou_en voir_pourquoi me_plonge m_y_penche m_en_occupe nous_en_occupons on_s_en_occupe on_regarde
    on_verifie look_into looking_into looked_into look_at_this looking_at_this look_at_it take_a_look having_a_look
    have_a_look check_this check_it check_on checking check_and check_internally check_into investigate
    investigating investigation find_out finding_out dig_into digging dig_out look_through review reviewing reviewed
    under_review being_reviewed see_what see_where see_why get_to_the_bottom on_the_case leave_it_with
    leave_this_with leave_that_with bear_with_me_while double_check go_through going_through enquire enquiring
    enquiries inquire make_enquiries etat_d_avancement je_m_y mener_l_enquete jette_un_oeil jeter_un_oeil
    jeter_un_œil jette_un_œil coup_d_oeil`,
  "chase-inside": `je_relance je_les_relance je_le_relance je_la_relance on_relance nous_relancons
    relance_la_compta relance_le_service relance_en_interne relancer_en_interne relance_interne relance_mon
    relance_ma relance_notre relancer_mes relancer_la relancer_le relancerai relancerons relance_de_mon je_pousse
    pousser_en_interne je_bouscule bousculer je_secoue secoue_le secouer je_talonne mets_la_pression
    activer_en_interne j_insiste insiste_aupres insister_aupres tire_la_sonnette intercede interviens_aupres
    chase_up chasing_up chase_it chase_this chase_internally chasing_internally chase_accounts chasing_accounts
    chase_our chase_my chase_them prod prodding nudging nudged nudge_them give_them_a push_them push_our push_for
    push_internally pushing_internally pushing_our kick_up light_a_fire poke poking hurry_them rattle apply_pressure
    following_up_internally following_up_with follow_up_with followed_up_with following_this_up remind_them
    remind_our remind_my reminded_them rappelle_a_mon leur_rappelle mon_petit_mot glisser_un_mot put_in_a_word
    have_a_word chasing_this chased_it chased_them chased_our chasing_it chasing_them chased_this`,
  "ask-inside": `voir_avec vois_avec voyons_avec verrai_avec verrons_avec je_vois_avec on_voit_avec vois_ca_avec
    voir_ca_avec demande_a_mon demande_a_la demande_au demande_a_ma demander_a_mon demander_au demander_a_la
    pose_la_question j_en_parle en_parle_a en_parler_a parle_au parler_au en_discuter en_touche_un en_toucher_un
    toucher_un_mot parlerai_a consulte consulter_mon consulter_ma interroge interroger me_rapproche nous_rapprochons
    rapproche_de me_rapprocher point_avec ask_our ask_my ask_the ask_him ask_her ask_them asked_our asked_my
    asked_the asking_our asking_my check_with speak_to_my speak_to_our speak_with_my talk_to_my talk_to_our
    talk_it_over run_it_past run_it_by run_this_by run_this_past consult_my consult_with liaise liaising
    discuss_with discuss_internally discuss_it_with take_it_up raise_it raise_this_with bring_it_up put_it_in_front
    confer query_with sound_out`,
  "wait-answer": `attends_le_retour attends_un_retour attends_son_retour attends_leur attends_sa_reponse
    attends_une_reponse attends_la_reponse attends_confirmation attends_des_nouvelles attendons_le_retour
    attendons_un_retour attendons_son_retour attendons_une_reponse attendons_la_reponse attendons_confirmation
    en_attente_de_retour en_attente_d_un_retour en_attente_du_retour en_attente_de_reponse en_attente_de_sa
    en_attente_de_leur en_attente_de_confirmation en_attente_d_information en_attente_d_infos des_son_retour
    des_leur_retour des_qu_elle_me des_qu_il_me des_que_j_ai des_que_j_aurai des_que_nous_aurons des_que_j_en_sais
    des_que_possible_je sans_nouvelle awaiting_a_reply awaiting_their awaiting_his awaiting_her awaiting_word
    awaiting_confirmation awaiting_feedback awaiting_a_response awaiting_response awaiting_instructions
    waiting_to_hear waiting_for_a_reply waiting_for_their waiting_for_confirmation waiting_on_their waiting_on_a
    waiting_on_accounts waiting_on_finance waiting_on_our hear_back heard_back as_soon_as_i_hear as_soon_as_i_know
    when_i_know_more once_i_hear once_i_know once_i_have as_soon_as_i_have as_soon_as_we_have yet_to_hear no_word
    attend_toujours`,
  "reply-later": `reviens_vers reviendrai_vers revenons_vers reviendrons_vers reviendra_vers revenir_vers
    reviens_rapidement reviens_vite reviens_des reviendrai_des te_redis te_redirai vous_redis vous_redirai
    vous_dirai te_dirai vous_dis_ca te_dis_ca dis_quoi te_dis_quoi vous_dis_quoi tiens_au_courant vous_tiens_au
    te_tiens_au vous_tiendrai tiendrai_au tiendrons_au vous_tenons tiens_informe tiendrai_informe tiendrons_informe
    vous_repondrai vous_repondra vous_repondrons repondrons repondra_des donnerai_des_nouvelles donne_des_nouvelles
    donnerons_une_reponse reponse_suivra suite_sera_donnee des_nouvelles_bientot vous_fais_un_retour fais_un_retour
    ferai_un_retour ferons_un_retour faire_un_retour un_retour_sous vous_recontacte recontacterai recontactons
    recontacterons recontactera come_back_to coming_back_to gets_back getting_back be_in_touch be_back_in_touch
    get_back back_to_you get_in_touch_soon will_revert ll_revert revert let_you_know let_u_know letting_you_know
    keep_you_posted keep_you_informed keep_you_updated keep_you_in update_you will_update ll_update more_to_follow
    will_advise ll_advise advise_further advise_you respond_shortly reply_properly reply_in_full reply_in_due
    revenons_a_vous reviens_a_vous vous_revenir vous_reviens`,
  "ask-update": `ou_en_est ou_en_sont ou_en_etes ou_en_sommes des_nouvelles status update_on any_update any_news
    any_word etat_d etat_du quel_est_le_statut quel_est_l_objet de_quelle_facture quelle_facture quelles_factures
    c_est_quoi c_est_pour_quoi a_quoi_correspond a_quoi_ca_correspond correspond_a_quoi which_invoice which_invoices
    what_invoice what_is_this what_s_this what_are_these what_does_this relate_to relates_to relating_to what_for
    what_is_it_for concerne_quoi pouvez_vous_preciser preciser precision precisions clarify clarification
    clarifications explain explanation explication explications expliquer expliquez detailler details more_detail
    more_details more_information renseignements informations plus_d_infos complement_d_information
    rafraichir_la_memoire refresh_my remind_me rappelez_moi confirm_the confirmez_moi me_confirmer nous_confirmer
    confirmer_le query queries question questions de_quoi quel_chantier quelle_livraison quelle_commande which_job
    which_order which_delivery which_shipment which_shipments does_it_include does_that_include does_the_price
    ca_comprend comprend_quoi ca_inclut fait_combien combien_en_tout how_much_in how_much_is how_did_you
    walk_me_through talk_me_through what_s_in what_is_in c_etait_quoi c_quoi`,
  phone: `appelle appelles appeler appellerai appellerons appelez rappelle_moi rappelez_moi_au rappeler rappellerai
    vous_rappelle je_vous_appelle je_t_appelle t_appelle coup_de_fil coup_de_telephone passe_un_coup telephone
    telephonez telephoner telephonique par_telephone de_vive_voix joindre joignable injoignable contacter_par sonne
    on_s_appelle call calling called give_me_a_call give_you_a_call give_me_a_ring give_you_a_ring give_me_a_bell
    give_you_a_bell give_you_a_shout ring ringing phone phoned over_the_phone on_the_phone by_phone mobile my_cell
    my_mobile bell whatsapp voicemail repondeur voice_message message_vocal catch_you reach_me reach_by try_me
    tried_to_call tried_calling essaye_de_vous_joindre tente_de_vous visio teams_call zoom conference_call`,
  meeting: `se_voir nous_rencontrer vous_rencontrer prenons_un_cafe en_discute on_en_discute en_reparle
    on_en_reparle en_reparler discutons discuter discussion en_parler sit_down discuss chat have_a_chat
    catch_up_call let_s_talk talk_about speak_about face_to_face passer_vous_voir passez_me passez_nous passez_au
    pop_round pop_over drop_in on_se_voit`,
  away: `absent absente absents absence en_conge en_conges conge conges en_vacances vacances en_deplacement
    deplacement en_formation en_rtt rtt en_mission hors_du_bureau hors_bureau loin_du_bureau pas_au_bureau
    ne_suis_pas_au_bureau ne_serai_pas_au indisponible injoignable_jusqu out_of_office out_of_the_office ooo ooto
    oof away on_leave annual_leave on_annual on_holiday on_holidays on_vacation vacation vacationing holiday
    holidays travelling traveling on_the_road day_off days_off off_work off_until off_till off_sick
    not_in_the_office not_in_today not_available unavailable out_of_country on_a_business business_trip on_training
    at_a_conference en_seminaire seminaire en_salon pto time_off long_weekend en_weekend teletravail pont
    faire_le_pont`,
  closure: `ferme fermee fermes fermees fermeture fermetures conges_annuels conges_d_ete conges_de_noel
    conges_collectifs conges_du_batiment vacances_scolaires treve_des treve_de_noel fetes_de_fin entre_noel
    fin_d_annee_ferme bureaux_fermes bureaux_sont_fermes nos_bureaux_seront sera_ferme seront_fermes rouvre rouvrira
    rouvrirons rouvrons rouvriront reouverture reouvre reprise_le reprise_d_activite closed close_for office_closed
    offices_are_closed closes closing closure shutdown shut_down shut_for shut_until office_is_shut christmas_break
    festive_break summer_break summer_shutdown builders_holiday trades_holiday golden_week diwali chinese_new eid
    bank_holiday public_holiday jour_ferie jours_feries re_open reopen reopens reopening horaires_d_ouverture
    opening_hours office_hours mi_temps part_time ne_travaille_pas_le days_i_work my_working_days jours_travailles`,
  "back-on": `de_retour retour_le retour_au_bureau mon_retour son_retour a_mon_retour des_mon_retour a_son_retour
    rentre_le rentre_de rentre_lundi rentrera rentrerai reviens_le reviendra_le revient_le revient_de revient_lundi
    reprends_le reprend_le reprendrai reprendra back_on back_in be_back is_back back_at back_monday back_tuesday
    back_from back_next my_return on_my_return upon_my_return her_return his_return when_i_return when_i_m_back
    when_she_is_back when_he_is_back when_she_s_back when_he_s_back when_she_gets when_he_gets return_on returning
    returns_on returns_from return_to_the inclus_et jusqu_au_soir la_rentree a_la_rentree apres_les_fetes
    after_the_break after_the_holidays in_the_new_year apres_les_conges apres_les_vacances`,
  "long-leave": `conge_maternite conge_de_maternite conge_parental conge_paternite conge_maladie arret_maladie
    arret_de_travail en_arret en_maternite conge_sabbatique maternity paternity_leave parental_leave sick_leave
    long_term_sick sabbatical compassionate_leave bereavement_leave signed_off_sick long_term_leave medical_leave
    absence_prolongee longue_duree duree_indeterminee indefinitely until_further jusqu_a_nouvel`,
  "limited-access": `acces_limite acces_restreint ne_consulte ne_consulterai ne_lirai consultation_limitee
    peu_d_acces pas_acces_a_mes sans_acces messages_ne_seront pas_transferes pas_lus ne_sont_pas_lus mes_mails_ne
    limited_access no_access intermittent intermittently sporadic occasional_access checking_emails checking_email
    not_checking won_t_be_checking reply_to_your_email_when reply_upon respond_on_my respond_when_i repondrai_a_mon
    repondrai_des traiterai_votre traite_a_mon lirai_votre prendrai_connaissance`,
  "urgent-contact": `en_cas_d_urgence en_cas_de_besoin pour_toute_urgence pour_les_urgences si_urgent
    si_c_est_urgent urgence urgences demande_urgente for_urgent urgent_matters urgent_enquiries urgent_queries
    urgent_requests anything_urgent if_urgent if_it_is_urgent if_your_matter in_an_emergency in_case_of_emergency
    in_case_of_urgency emergency immediate_assistance require_immediate immediate_attention need_assistance
    pour_toute_question pour_toute_demande for_any_questions any_queries_please`,
  automatic: `reponse_automatique message_automatique mail_automatique e_mail_automatique courriel_automatique
    envoi_automatique automatique automatiquement genere_automatiquement auto_reponse automated automatic
    automatically autoreply auto_reply auto_response system_generated noreply no_reply do_not_reply don_t_reply_to
    not_reply_to ne_pas_repondre ne_repondez_pas merci_de_ne_pas_repondre robot bot computer_generated notification
    notifications`,
  "ticket-opened": `ticket tickets numero_de_ticket case_number case_id numero_de_demande reference_de_votre
    numero_de_suivi_de votre_demande demande_enregistree ete_enregistree ete_enregistre a_ete_prise_en_compte
    prise_en_compte prise_en_charge pris_en_charge bien_ete_recu bien_ete_recue nous_est_bien_parvenu bien_parvenu
    has_been_received has_been_logged has_been_created has_been_registered has_been_opened has_been_assigned
    been_assigned your_request your_enquiry your_inquiry your_query your_submission service_request reference_number
    incident we_have_logged request_id nos_equipes one_of_our une_de_nos un_de_nos conseillers un_conseiller
    member_of_our member_of_the_team shortly_respond traiterons_votre traitee_dans_les sera_traitee sera_traite
    traite_sous traitee_sous reponse_sous repondons_sous dans_les_meilleurs_delais within_two_working aim_to_respond
    aim_to_reply endeavour_to respond_within reply_within response_time delai_de_traitement delai_de_reponse
    high_volume forte_affluence grand_nombre_de satisfaction_survey`,
  "mail-failed": `undeliverable undelivered delivery_failure delivery_failed delivery_has_failed delivery_status
    mail_delivery mailer postmaster could_not_be_delivered couldn_t_be_delivered not_be_delivered wasn_t_delivered
    was_not_delivered cannot_be_delivered unable_to_deliver failed_to_deliver failure_notice returned_to_sender
    return_to_sender non_remis non_distribue non_delivre non_remise n_a_pas_pu_etre pas_pu_etre_remis
    pas_pu_etre_delivre pas_pu_etre_distribue remise_impossible echec_de_la_remise echec_de_remise
    echec_de_distribution echec_de_livraison_du_message adresse_introuvable adresse_inconnue adresse_inexistante
    destinataire_inconnu utilisateur_inconnu boite_inexistante boite_pleine boite_saturee mailbox_full quota
    over_quota mailbox_is_full user_unknown unknown_user no_such_user no_such_recipient address_not_found
    recipient_address recipient_rejected recipient_not_found does_not_exist doesn_t_exist n_existe_pas n_existe_plus
    domain_not_found host_unknown permanent_error fatal_error relay_denied spam_filter blocked_by diagnostic smtp
    dsn still_trying will_be_retried temporarily_deferred`,
  "stop-mails": `desinscrire desinscrivez desabonner desabonnez liste_de_diffusion liste_d_envoi ne_plus_m_envoyer
    ne_plus_nous_envoyer ne_plus_recevoir ne_plus_m_ecrire retirer_mon retirez_mon retirer_de_votre retirez_moi
    retirez_nous supprimer_mon supprimez_mon retirer_notre_adresse supprimer_notre_adresse cessez_de_m
    cessez_de_nous cessez_vos arretez_de_m arretez_de_nous arretez_vos arretez_d_envoyer stop_emailing stop_sending
    stop_contacting stop_writing stop_calling unsubscribe unsubscribed take_me_off take_us_off remove_me remove_us
    remove_my remove_our remove_this mailing_list distribution_list do_not_contact don_t_contact do_not_email rgpd
    gdpr donnees_personnelles personal_data cnil spam junk`,
  "sales-talk": `offre_commerciale promo newsletter webinar webinaire salon_professionnel invitation invitez
    invitons inscription inscrivez portes_ouvertes nouveautes demo demonstration prendre_un_devis demande_de_devis
    devis quote_for quotation quotations price_list tarifs liste_de_prix nouveaux_tarifs sign_up join_us brochure
    recrutement candidature cv_joint apply_for job_application questionnaire survey sondage enquete_de`,
  wishes: `voeux bonne_annee meilleurs_voeux happy_new merry_christmas joyeux_noel joyeuses_fetes bonnes_fetes
    seasons_greetings season_s_greetings bon_anniversaire happy_birthday felicitations congratulations
    bonnes_vacances bon_week_end bonne_rentree bon_retablissement get_well best_wishes warm_wishes
    sincere_condoleances condoleances condolences happy_easter joyeuses_paques happy_holidays eid_mubarak bon_noel`,
  "order-talk": `passer_commande nouvelle_commande nouvelles_commandes prochaine_commande passer_une_commande
    souhaite_commander voudrais_commander souhaitons_commander a_commander recommander_des reassort
    reapprovisionnement en_stock disponibilite prix_pour un_devis delai_de_livraison date_de_livraison
    creneau_de_livraison livrer_le prochaine_livraison new_order next_order place_an_order place_another order_more
    would_like_to_order want_to_order in_stock availability lead_time delivery_slot delivery_date next_delivery
    restock repeat_order price_for quote_us send_a_quote enlevement ramasse`,
  "told-us": `m_a_dit m_ont_dit il_dit elle_dit dit_que disent_que me_dit me_disent nous_dit nous_a_dit m_a_charge
    m_a_demande me_charge me_prie me_demande_de_vous dixit parait_il il_parait apparemment m_assure m_affirme
    m_a_confirme me_confirme nous_a_confirme m_a_promis a_promis_de m_a_repondu m_annonce m_informe_que selon_elle
    selon_lui d_apres_elle d_apres_lui says_she says_he she_says he_says they_say she_said he_said they_said told_me
    told_us tells_me tells_us asked_me_to has_asked_me asked_us_to was_told were_told been_told i_m_told i_am_told
    we_are_told apparently assures_me confirmed_to_me confirms_that confirmed_that has_confirmed have_confirmed
    promised_me swears swore reckons instructed_me instructed_us on_behalf_of de_la_part_de pour_le_compte_de
    a_la_demande_de`,
  committee: `comite comites commission conseil_syndical conseil_de_fabrique conseil_municipal conseil_economique
    conseil_d_administration assemblee ag_du l_ag bureau_de_l_association copil coproprietaires a_l_ordre_du_jour
    ordre_du_jour delibere deliberer se_reunit se_reunissent se_reunira seance prochaine_seance prochain_conseil
    prochain_comite voter vote votera votes the_vote quorum board_meeting board_votes board_meets next_board
    committee committees council finance_committee trustees_meet partners_meet they_meet_when agenda_for
    on_the_agenda minutes_of resolution ratified ratify vestry parish_council hoa homeowners quarterly_meeting
    monthly_meeting steering partners_meeting the_executive general_meeting agm trustees board_of_trustees`,
  puzzled: `comprends_pas comprends_rien comprenons_pas pige_pas pige_rien capte_pas je_seche m_y_perds
    m_y_retrouve m_explique_pas perplexe perplexes etonne etonnee etonnes surpris surprise surprises vois_pas_a_quoi
    voyons_pas_a vois_pas_de_quoi sais_pas_ce sais_plus ne_sais_plus sait_plus rien_compris je_cale paumee
    perdu_dans eclairez eclairer_ma ma_lanterne bizarre curieux etrange intrigue don_t_understand do_not_understand
    didn_t_understand don_t_follow don_t_recognise don_t_recognize do_not_recognise doesn_t_ring ring_a_bell
    rings_no can_t_tell can_t_make_out make_sense makes_no no_idea no_clue not_sure_what not_sure_why lost_here
    i_m_lost baffled puzzled bewildered confusing scratching odd_one strange weird mystery at_a_loss beats_me
    staring_at in_the_dark enlighten shed_light ca_me_dit ne_me_dit_rien`,
};
