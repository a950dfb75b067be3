import type { ConceptTable } from "./concepts.ts";

/** Invoices and what an accounts department does to them before it pays, or because it does not. */
export const CONCEPTS_INVOICES: ConceptTable = {
  invoice: `facture factures fact fac invoice invoices inv invs bill bills note_d_honoraires note_de_frais
    notes_d_honoraires honoraires facturette facturation invoicing billing billed invoiced facturee facturees
    proforma pro_forma situation_de_travaux situation_n decompte decomptes piece_comptable fee_note tax_invoice
    appel_de_fonds quittance quittances valuation application_for_payment interim_application memoire_de_frais
    memoire_d_honoraires`,
  "credit-note": `avoir remise_commerciale ristourne ristournes rfa rebate rebates facture_rectificative
    facture_corrigee corrected_invoice revised_invoice refacturer refacturation rebill re_bill reinvoice re_invoice
    reinvoiced annule_et_remplace annulation_de_la_facture annuler_la_facture cancel_the_invoice cancel_and_reissue
    rectificative amended_invoice deduct deduire deduit deduction deduite`,
  due: `echue echues echu echus echoit exigible exigibilite arrive_a_echeance arrivees_a_echeance
    arrivee_a_echeance a_echeance date_d_echeance due_date due_on falls_due fall_due overdue past_due late retard
    en_retard retards retardataire pas_echue pas_encore_echue pas_exigible non_echue not_due not_yet_due isn_t_due
    aren_t_due not_overdue isn_t_overdue not_late due_now before_due matured maturity tardif tardive lateness
    souffrance delayed delay delays echeance echeances`,
  terms: `delai_de_paiement delais_de_paiement delai_de_reglement delais_de_reglement conditions_de_paiement
    conditions_de_reglement modalites_de_paiement modalites_de_reglement mode_de_reglement payment_terms
    payment_term credit_terms our_terms your_terms terms_are standard_terms terms_of net_thirty net_sixty
    jours_fin_de_mois jours_fdm jours_date_de_facture jours_net fin_de_mois_le days_end_of_month days_eom days_from
    days_net jours_de_credit jours_nets net_payment thirty_days sixty_days ninety_days trente_jours soixante_jours
    quarante_cinq_jours quatre_vingt_dix loi_lme lme cgv cga conditions_generales a_reception upon_receipt
    on_receipt payable_a plafond_legal contractual_terms conformement_au_contrat jours_a_compter net_30 net_45
    net_60 net_90 terms_30`,
  posting: `comptabilisee comptabilise comptabilisees comptabiliser comptabilisation enregistree enregistre
    enregistrees enregistrer enregistrement saisie_en_compta saisir saisie_comptable saisie_des_factures
    passee_en_compta passe_en_compta rentree_en_compta integree_en_compta imputer imputation imputee codifiee codee
    coding coded booked booking posted_to_your posted_on posted_in post_it posting_the entered keyed_in key_it
    keying logged processed_on on_our_ledger on_the_ledger in_our_ledger in_our_books on_our_books dans_nos_livres
    en_comptabilite dans_nos_comptes en_compta sur_notre_compte registered recorded scanned scannee scanner
    numerisee numerisation ocr dematerialisee dematerialisation traitement_comptable cours_d_enregistrement
    cours_de_saisie`,
  matching: `rapprochement rapprochements rapprochee rapprocher lettrage lettree lettrees lettre_pas lettrer
    delettrer pointage pointer pointees pointe pointee matching matched match_it match_the unmatched three_way
    two_way three_match reconcile reconciled reconciling reconciliation reconciliations recon recons ecart ecarts
    mismatch discrepancy discrepancies variance variances price_variance quantity_variance tolerance ne_rapproche
    ne_matche matche tie_up tie_back ties_up tallies tally concordance concorde ne_concorde correspond_pas
    correspondent_pas does_not_match doesn_t_match don_t_match ne_colle colle_pas tombe_pas_juste add_up adds_up`,
  statement: `extraits_de_compte point_de_compte extrait_de_grand full_statement updated_statement
    up_to_date_statement liste_des_impayes list_of_outstanding detail_du_compte detail_des_factures
    detail_des_sommes tableau_des_factures breakdown ledger_print aged_listing transaction_list compte_client
    compte_fournisseur customer_account`,
  copy: `double_de_la double_des un_double photocopie scan scans en_piece_jointe a_copy duplicate_copy
    duplicate_invoice originals originale l_original l_originale exemplaire fichier_lisible illisible unreadable
    won_t_open corrupted backup support_documents supporting_documents pieces_justificatives pieces_a_l_appui
    paperwork`,
  "send-me": `envoyez_moi envoyez_nous m_envoyer nous_envoyer me_transmettre nous_transmettre me_faire_parvenir
    nous_faire_parvenir faites_moi_parvenir faites_nous me_renvoyer nous_renvoyer renvoyez_moi renvoyez_nous
    renvoyez_la envoie_moi renvoie_moi transmettez_moi transmettez_nous me_communiquer nous_communiquer m_adresser
    nous_adresser nous_retourner me_retourner me_fournir nous_fournir nous_faire_passer me_faire_passer
    faites_passer me_rappeler_le me_redonner renvoi renvoyer send_me send_us send_over send_across send_through
    send_it_again send_another send_a_copy resend forward_me forward_us forward_a email_me_the email_us_the
    mail_me_the share_the_invoice share_a_copy provide let_me_have let_us_have drop_me_the shoot_me ping_me_the
    furnish supply_us can_i_have can_we_have could_i_have can_i_get can_we_get could_we_have may_i_have i_need_the
    need_a_copy besoin_d_une_copie besoin_de_la_facture besoin_du`,
  "attached-here": `ci_joint ci_jointe ci_joints ci_jointes ci_annexe ci_annexee ci_apres ci_dessous joint jointe
    joints en_pj pj piece_jointe pieces_jointes en_annexe annexe annexee vous_trouverez veuillez_trouver trouverez
    attached attachment attachments enclosed herewith please_find pfa find_attached see_attached see_below below
    copied_below je_vous_joins je_joins vous_joins te_joins je_te_joins je_vous_transmets
    je_vous_envoie_le_justificatif i_attach i_ve_attached i_have_attached as_attached`,
  "not-found": `pas_trace pas_de_trace aucune_trace trace_de_cette trace_de_la trace_de_ce retrouve_pas
    retrouvons_pas trouve_pas trouvons_pas introuvable introuvables ne_figure pas_dans_notre pas_dans_nos
    pas_en_compta jamais_recu jamais_recue jamais_recues jamais_eu jamais_vu jamais_vue pas_recu pas_recue
    pas_recues non_recue non_recues n_est_jamais_arrivee jamais_arrivee rien_recu inconnue_chez inconnue_au
    inconnue_de pas_connue no_trace no_record no_sign can_t_find cannot_find can_not_find can_t_see cannot_see
    can_t_locate cannot_locate unable_to_locate unable_to_find couldn_t_find could_not_find not_on_our not_in_our
    not_on_file nothing_on_file never_received never_got never_had never_came never_reached not_received
    haven_t_received hasn_t_received have_not_received haven_t_had haven_t_got haven_t_seen didn_t_receive
    did_not_receive didn_t_get don_t_have_the don_t_have_this don_t_have_that don_t_see do_not_see not_showing
    isn_t_showing missing manquante manquantes manque manquant perdu_la lost_the lost_our`,
  "portal-upload": `plate_forme ariba coupa tungsten basware tradeshift jaggaer taulia oracle_supplier sap_business
    sur_chorus redeposer redeposez le_depot re_upload lodge_via via_the_portal via_our_portal through_the_portal
    on_the_portal charger_sur dropbox_factures statut_rejetee statut_a_recycler a_recycler
    adresse_de_facturation_electronique`,
  "purchase-order": `bon_de_commande bons_de_commande bdc commande_n work_order work_orders wo_number job_number
    numero_d_affaire numero_de_chantier ordre_de_service bon_d_engagement numero_engagement no_d_engagement
    numero_d_engagement engagement_juridique call_off callof retroactive_po contrat_cadre_n commande_ouverte
    blanket_order release_order bc_n poste_de_commande line_item`,
  "internal-code": `code_fournisseur code_client code_tiers code_article numero_de_fournisseur numero_fournisseur
    vendor_number vendor_code vendor_id supplier_number supplier_code supplier_id nominal job_code account_code
    section_analytique siret_du n_de_marche marche_n numero_de_dossier n_dossier reference_dossier department_code
    budget_code unite_operationnelle your_reference our_reference votre_reference notre_reference`,
  "goods-receipt": `service_fait attestation_de_service certificat_administratif emarge reception_de_la_commande
    receptionnee receptionner receptionne reception_en_systeme reception_non pv_de_reception proces_verbal pv_de_fin
    pv_signe mgo receipted receipt_the receipting timesheet timesheets feuille_d_heures feuille_de_presence
    feuilles_d_heures attachement job_sheet job_sheets work_completion completion_certificate
    certificate_of_completion sign_off_sheet certificat_de_paiement payment_certificate pay_less_notice
    retention_release bon_d_intervention rapport_d_intervention compte_rendu_d_intervention`,
  "supplier-record": `creation_du_fournisseur creer_le_fournisseur ouverture_de_compte dossier_fournisseur
    referencement referencee referencer base_fournisseurs new_supplier new_vendor vendor_set supplier_master
    vendor_file vendor_record onboarded onboard w_nine w_form tax_form kyc attestations_a_jour
    questionnaire_fournisseur set_up_in set_up_on set_up_as creer_dans compliance_documents certificate_of_insurance
    cis_verification obligation_de_vigilance`,
  "invoice-form": `mention mentions libelle libellee intitule raison_sociale denomination mauvaise_entite
    mauvaise_societe autre_entite autre_societe_du entite_juridique legal_entity wrong_entity wrong_company
    addressed_to adressee_a made_out_to billed_to bill_to au_nom_de mauvaise_adresse_de adresse_de_facturation
    billing_address invoice_address siret siren numero_de_tva tva_intracommunautaire vat_number vat_rate taux_de_tva
    autoliquidation reverse_charge tax_number ein abn gst_number format_non non_conforme not_compliant noncompliant
    incorrect_format wording_of sans_reference without_reference no_reference reference_manquante missing_reference
    mal_libellee erronee erronees incorrecte incorrect_invoice refusee_pour returned_invoice facture_rejetee
    rejected_invoice rejected_by_our rejetee_par`,
  reminder: `relance relances relancez relancer_pour rappel rappels lettre_de_rappel mise_en_demeure
    mises_en_demeure sommation derniere_relance premiere_relance deuxieme_relance votre_courrier votre_mail
    votre_message votre_email votre_courriel votre_lettre votre_appel reminder reminders chaser chasers
    chasing_letter dunning final_notice final_demand formal_notice letter_before demand_letter nudge your_email
    your_mail your_message your_letter your_note your_chaser follow_up your_follow prodding recommande lrar
    lettre_recommandee preavis past_due_notice collection_notice collections_letter avis_de_retard sms_de_relance`,
  "late-fees": `penalite penalites indemnite_de_recouvrement forfait_de_recouvrement frais dommages_et_interets
    penalty penalties admin_fee admin_charge collection_charge collection_costs compensation_charge surcharge
    surcharges majoration majorations agios escompte discount early_payment`,
  books: `cloture clotures clot_les arrete_des_comptes bilan exercice fin_d_exercice inventaire inventaires
    month_end year_end quarter_end half_year closing_the_books close_of financial_year fiscal_year audit auditeurs
    auditors auditor commissaire_aux_comptes cac controle_fiscal stock_take stocktake stock_count circularisation
    books_are books_close period_close period_end declaration_de_tva vat_return passage_a_l_exercice reouverture_des
    reopening nouvel_exercice nouveau_budget new_budget budget_year annee_budgetaire`,
  "our-customer-paid": `lorsque_nous_serons quand_nous_serons quand_on_sera quand_je_serai une_fois_payes
    une_fois_paye serons_payes serai_paye sera_payes nous_serons_regles sera_paye_par serai_regle get_paid gets_paid
    are_paid_by am_paid_by we_are_paid we_re_paid i_m_paid i_get_paid we_get_paid been_paid_by once_paid when_paid
    paid_when_paid pay_when_paid pay_if_paid back_to_back dos_a_dos des_reglement_de_notre des_paiement_de_notre
    des_encaissement des_reception_du_paiement des_que_le_client des_que_mon_client des_que_notre_client
    des_que_nos_clients once_our_client once_our_customer once_my_client when_our_client when_our_customer
    when_my_client when_the_client once_the_client once_the_main when_the_main as_soon_as_our as_soon_as_my
    as_soon_as_the_client quand_mon_client quand_notre_client quand_le_client quand_nos_clients quand_mes_clients
    si_mon_client maitre_d_ouvrage_nous maitre_d_ouvrage_paie donneur_d_ordre_nous vente_du_bien sale_of_the
    sale_completes completion_of_the_sale situation_visee vise_ma_situation certifies_our certified_our
    certified_the sitot_vendu once_sold once_it_s_sold des_que_vendu une_fois_vendu une_fois_vendue when_it_sells
    des_la_vente apres_la_vente when_they_pay`,
  "in-process": `cours_de_traitement en_traitement au_traitement en_cours suit_son_cours suivre_son_cours
    dans_le_circuit dans_nos_circuits en_bonne_voie en_preparation en_circuit dans_la_machine est_lance est_en_route
    en_train_d avance ca_avance progresse being_processed is_being_processed in_process in_processing in_progress
    under_process currently_processing currently_being being_worked working_on_it working_on_this working_on_your
    working_its_way making_its_way going_through_the_system going_through_our in_the_works in_motion in_train
    under_way underway wheels_are well_in_hand moving_along in_the_process in_the_system au_stade_de with_processing
    with_our_processing`,
  "not-before": `pas_avant jamais_avant non_avant guere_avant plus_avant au_plus_tot au_mieux rien_avant
    impossible_avant pas_de_paiement_avant pas_de_virement_avant pas_de_reglement_avant ne_partira_pas
    ne_sera_pas_paye ne_sera_pas_reglee ne_sera_pas_payee ne_pourra_pas ne_pourrons_pas not_before not_until
    nothing_before nothing_until nothing_till no_payment_before no_payment_until no_payments_until
    no_payments_before earliest at_the_earliest the_earliest at_best won_t_be_before won_t_be_until won_t_be_able
    won_t_happen_before can_t_before can_t_until cannot_until not_till no_earlier only_after not_any_time`,
  "on-the-pile": `sur_le_bureau sur_mon_bureau sur_son_bureau sur_leur_bureau dans_la_pile sur_la_pile de_la_pile
    la_pile bannette corbeille pochette chemise parapheur_de tiroir dans_le_tiroir un_tiroir etagere classeur
    chariot frigo sur_le_frigo punaise punaisee aimant post_it pense_bete on_my_desk on_his_desk on_her_desk
    on_the_desk on_our_desk in_tray intray out_tray drawer the_drawer shelf the_shelf pile_on the_pile my_pile stack
    in_the_folder pinned taped noticeboard fridge sticky paperweight clipboard on_top_of the_spike to_do_list
    todo_list printed_it imprime_et dossier_rouge red_folder inbox_pile envelope_on tray`,
  "by-post": `timbre timbree timbres affranchie facteur factrice la_poste courrier_postal pli lettre_suivie
    chronopost colissimo ups_ref coursier porteur boite_jaune cachet_de_la sous_enveloppe stamp stamped postman
    postie mailman post_office postbox post_box letterbox letter_box mail_carrier usps royal_mail an_post fedex
    courier registered_post recorded_delivery special_delivery first_class second_class overnight_mail airmail
    by_post by_mail postmark postage postal_strike la_levee relevee_du`,
};
