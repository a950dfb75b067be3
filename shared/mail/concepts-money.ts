import type { ConceptTable } from "./concepts.ts";

/** Paying in all its forms, from the bill that is keyed in to the money that has arrived, and the words of the books. */
export const CONCEPTS_MONEY: ConceptTable = {
  payment: `paiement paiements reglement reglements payement payements paiment versement versements payment
    payments pymt pmt paymt settlement settlements remise_de_fonds decaissement decaissements sortie_de_fonds outlay
    encours_fournisseur mise_en_paiement mise_en_reglement mises_en_paiement paye_fournisseurs echeance_fournisseur
    disbursement disbursements remittance remittances regt rglt rgt reglmt`,
  transfer: `virement virements vir virmt viremnt virment sepa transfert transferts wire wires wired
    telegraphic_transfer bank_transfer bank_transfers transfer transfers xfer bacs chaps eft ach fps faster_payment
    faster_payments fedwire interac e_transfer etransfer giro neft rtgs imps zelle venmo twint paylib wero lydia
    revolut paypal orange_money mobile_money momo moov_money mpesa m_pesa airtel_money versement_bancaire
    ordre_permanent standing_order bpay osko payid ordre_de_virement ordres_de_virement bvr qr_facture wave_money
    t_t`,
  cheque: `cheque cheques chq chqs chk check_in_the check_was our_check the_check a_check check_number check_run
    check_is check_has check_will check_went checks chek cheq chequier carnet_de_cheques checkbook banker_s_draft
    bankers_draft cashier_s_check cashiers_check lettre_cheque lettres_cheques cut_a_check cut_you_a money_order
    postal_order mandat_cash mandat_postal bordereau_de_remise depot_de_cheque paper_check new_check
    replacement_check your_check positive_pay certified_check`,
  "direct-debit": `prelevement prelevements preleve prelevez preleves prelever prelevee prelevees prelevera
    domiciliation domiciliations domicilie mandat_sepa mandat_de_prelevement direct_debit direct_debits dd_mandate
    debit_order debit_orders debit_direct sepa_core sepa_b pad pre_authorized pre_authorised preauthorized autopay
    auto_pay auto_debit autorisation_de_prelevement lsv tip_sepa gocardless collect_it_from you_collect debit_us
    debit_our present_the_debit representer_le_prelevement representez_le represent_the represent_it re_present`,
  "bill-of-exchange": `traite traites lcr lettre_de_change lettres_de_change billet_a_ordre billets_a_ordre bor
    effet_de_commerce effets_de_commerce effet_accepte effets_a_payer un_effet l_effet effets_en effet_domicilie
    portefeuille_d_effets retour_d_effet releve_d_effets releve_lcr bill_of_exchange bills_of_exchange
    promissory_note promissory_notes draft_at sight_draft trade_draft bank_draft post_dated postdated pdc
    cheque_antidate cheques_dates letter_of_credit lc_documents credit_documentaire escompte_de_traite tirage_de
    acceptation_de_la_traite avaliser avalise billet_de_fonds`,
  card: `carte_bancaire carte_bleue par_carte carte_de_credit carte_de_paiement cb carte_affaires carte_d_achat
    credit_card debit_card by_card card_payment card_payments company_card corporate_card purchasing_card p_card
    pcard virtual_card amex visa_card mastercard bancontact payment_link pay_link pay_online lien_de_paiement
    payer_en_ligne paiement_en_ligne tpe card_over stripe carte_logee carte_virtuelle sumup apple_pay paybylink
    paylink over_the_phone_by`,
  "cash-in-hand": `especes en_liquide du_liquide liquide de_la_main en_cash comptant au_comptant in_cash
    cash_in_hand cash_payment cash_deposit petty_cash hard_cash pay_cash paid_cash cash_on billets sous_la_table
    over_the_counter au_guichet guichet passer_regler passer_payer passe_vous_regler deposer_a_votre drop_it_off
    drop_off drop_by swing_by pass_by deposer_chez_vous deposer_l_enveloppe enveloppe envelope en_main_propre
    en_mains_propres by_hand hand_deliver passe_au_bureau passe_au_depot passe_au_magasin come_in_and come_by`,
  money: `argent fric pognon thune thunes oseille fonds funds money cash dosh dough monies moneys funding l_argent
    les_sous la_somme les_fonds le_montant montant montants somme sommes amount amounts sum sums euro euros eur
    balle pounds quid dollars bucks francs chf cad aud usd gbp cfa fcfa xof piastres naira rupees dirhams shillings
    rands des_sous mes_sous vos_sous nos_sous de_sous`,
  "debt-balance": `solde soldes restant_du reste_du reste_a_payer encours balance balances outstanding outstandings
    owed owing owe owes devons_encore dois_encore dette dettes debt debts creance creances arriere arrieres arrears
    impaye impayes remaining_amount remainder due_amount amount_due the_rest le_reste le_restant reliquat residual
    residuel total_du l_ardoise ardoise tab_with_you what_we_owe ce_qu_on_vous_doit ce_que_je_vous ce_que_nous_vous
    vous_doit vous_dois vous_devons open_items open_item postes_ouverts poste_ouvert note_est`,
  pay: `payer regler solder acquitter honorer verser virer debourser decaisser apurer rembourser
    liquider_la_facture pay settle remit reimburse cough_up stump_up fork_out shell_out pony_up square_up foot_the
    casquer cracher banquer douiller raquer payez reglez payes reglent paient payent versent virent soldent to_clear
    clear_it clear_this clear_the clear_them passer_a_la_caisse mettre_la_main mettre_en_paiement
    mettre_en_reglement mise_en_paiement proceder_au proceder_a_son effectuer_le faire_le_virement faire_un_virement
    faire_partir faire_le_reglement make_payment make_a_payment make_the_payment making_payment s_acquitter
    transfer_the transfer_it wire_the wire_it sortir_le payable paying settling remitting clearing`,
  "paid-done": `paye payee payes payees regle reglee regles reglees soldee soldees vire viree vires virees verse
    versee versees acquitte acquittee acquittees honore honoree apure apuree regularise regularisee rembourse paid
    settled remitted reimbursed squared transferred wired cleared payer_hier regler_hier ete_paye ete_regle
    been_paid was_paid were_paid all_paid fully_paid on_a_paye on_a_regle j_ai_paye jai_paye jai_regle avons_paye
    avons_regle avons_vire ete_vire ete_verse mandate_et_paye has_gone_through went_through mis_en_reglement
    est_solde sont_soldes a_solde ai_solde avons_solde ete_solde ont_solde solde_hier solde_le_compte`,
  "will-pay": `paierai paierons paiera paieront payerai payerons payera payeront reglerai reglerons reglera
    regleront virerai virerons virera verserai verserons versera verseront solderai solderons soldera honorerai
    honorerons acquitterai acquitterons m_acquitterai sera_paye sera_payee seront_payees seront_payes sera_regle
    sera_reglee seront_reglees seront_regles sera_vire sera_solde sera_soldee seront_soldees sera_verse sera_honoree
    ferai_le ferons_le ferai_partir ferons_partir will_pay ll_pay will_settle ll_settle will_clear ll_clear
    will_transfer ll_transfer will_be_paid ll_be_paid will_be_settled ll_be_settled will_be_cleared ll_be_cleared
    going_to_pay shall_pay will_remit ll_wire will_wire gonna_pay vais_payer vais_regler allons_payer allons_regler
    va_payer va_regler va_vous_regler vous_serez_paye serez_paye serez_payes serez_regle serez_regles serez_payee
    get_you_paid get_it_paid get_this_paid get_that_paid get_them_paid sera_mandatee sera_mandate`,
  "pay-now": `je_paie je_paye je_regle je_vire je_solde je_verse je_m_acquitte on_paie on_paye on_regle on_vire
    on_solde nous_payons payons reglons virons soldons versons te_fais_le vous_fais_le te_fais_un vous_fais_un
    vous_vire te_vire vous_regle te_regle vous_paie vous_paye te_paie te_paye fais_le_virement fais_un_virement
    faisons_le_virement fais_partir faisons_partir m_en_occupe_ce paying_now am_paying m_paying are_paying re_paying
    paying_it paying_this paying_today we_pay we_ll_be_paying i_pay sending_it sending_the_payment
    making_the_transfer doing_it_now doing_it_today lance_le_virement lancons_le_virement passe_le_virement
    passons_le_virement valide_le_virement validons_le_virement le_vire je_te_vire transferring`,
  ordered: `ordonne ordre_donne ordre_passe ordre_est_donne ordre_transmis instruction_donnee instruction_to_pay
    instructed_the_bank instructed_our_bank instructions_to_the_bank donne_l_ordre donne_instruction donne_ordre
    ai_lance avons_lance vient_de_lancer viens_de_lancer viens_de_valider viens_de_faire viens_de_passer
    venons_de_passer venons_de_faire venons_de_valider venons_de_lancer viens_de_virer viens_de_regler
    viens_de_payer venons_de_regler just_paid just_made just_sent just_done just_transferred just_put_through
    just_pressed initiated initie initiee lance lancee keyed saisi saisie saisis saisies virement_saisi
    mis_en_banque mise_en_banque remis_en_banque remise_en_banque transmis_a_la_banque transmis_en_banque
    envoye_en_banque envoye_a_la_banque a_la_banque depose_en_banque chez_le_banquier with_the_bank with_our_bank
    at_the_bank uploaded_to_the_bank loaded_on_the loaded_to_the submitted_to_the_bank fichier_de_virement
    fichier_banque fichier_parti bank_file payment_file`,
  executed: `effectue effectuee effectues effectuees execute executee executes executed realise realisee emis emise
    faite made done processed processe completed complete actioned actionne passe_en_banque traite_hier traitee_hier
    passed_for put_through put_it_through carried_out ete_fait ete_faite ete_effectue ete_execute ete_emis ete_passe
    c_est_fait ca_y_est c_est_regle c_est_paye c_est_bon it_s_done its_done that_s_done all_done all_sorted
    it_s_sorted sorted taken_care been_actioned fait_le_necessaire necessaire_est_fait necessaire_a_ete boucle plie
    est_fait a_fait ai_fait avons_fait on_a_fait ont_fait deja_fait fait_hier fait_ce_matin fait_ce_jour
    fait_le_virement fait_le_reglement fait_le_paiement fait_le_cheque fait_partir tout_fait bien_fait_le`,
  gone: `parti partis est_parti sont_partis est_partie envoye envoyee envoyes envoyees expedie expediee poste
    postee depose_a_la_poste mis_a_la_poste mis_au_courrier au_courrier went_out gone_out has_gone have_gone
    had_gone it_went they_went went_off went_in went_with gone_through gone_in left_our left_us left_on
    left_yesterday left_here has_left have_left sent posted mailed dispatched despatched couriered in_the_post
    in_the_mail on_its_way on_the_way en_route en_chemin en_cours_de_route is_on_its released remis_au_facteur sorti
    sortie sortis decolle out_the_door out_of_our quitte_notre quitte_nos a_quitte_nos a_quitte_notre out_the_window
    par_la_poste partie_hier partie_ce partie_le parties_hier went_over went_yesterday lachee_le ete_lachee
    ete_lache off_our_account lettre_verte lettre_timbree c_parti cest_parti`,
  "will-go": `partira partiront part_demain part_ce part_lundi part_mardi part_mercredi part_jeudi part_vendredi
    part_en part_le part_avec part_dans part_au part_a partent va_partir vont_partir doit_partir devrait_partir
    sortira sortiront sort_le sort_vendredi sort_en sera_envoye seront_envoyes sera_emis sera_effectue sera_execute
    sera_fait sera_lance sera_poste sera_transmis sera_passe interviendra interviendront will_go ll_go goes_out
    go_out going_out goes_on goes_in going_in goes_with goes_off will_leave ll_leave leaves_us leaves_on leaves_our
    leaves_here will_be_sent ll_be_sent will_be_released ll_be_released will_be_processed ll_be_processed
    will_be_made ll_be_made will_be_issued will_be_out ll_be_out will_run enverrai enverrons enverra expedierai
    posterai lancerai lancerons lancera passera passeront posting_it sending_you send_it_out il_part elle_part
    ca_part tout_part ca_partira on_envoie will_be_posted ll_pop pop_it pop_a_cheque suivra suivront will_follow
    ll_follow follows je_vous_fais_ca vous_fais_ca te_fais_ca over_to_you je_te_lache vous_lache_le vous_aurez_tout
    vous_avez_ca square_up_with in_the_mail_the gets_posted`,
  arrived: `arrive arrivee arrives recu_sur_votre credite creditee sur_votre_compte parvenu parvenue landed
    reached_you reached_your arrived credited in_your_account hit_your been_received was_received been_credited
    with_you_already already_with_you you_have_it you_have_received you_ve_received you_received you_got you_ve_had
    avez_recu avez_du_recevoir avez_deja_recu as_recu avez_eu avez_ete_paye devez_l_avoir devriez_l_avoir
    devrait_etre_sur doit_etre_sur_votre ought_to_have should_have_received should_already should_be_there
    must_have_received must_have_arrived should_have_it_by_now in_your_bank vous_l_avez bien_arrive`,
  "will-arrive": `arrivera arriveront vous_aurez vous_l_aurez vous_les_aurez aurez_le aurez_votre auras_le
    auras_ton recevrez recevras vous_recevrez verrez verras tu_auras serez_credite sera_credite sera_sur_votre
    sera_chez_vous touchera toucherez toucheras you_ll_have you_will_have you_ll_get you_will_get you_ll_receive
    you_will_receive you_should_have you_should_see you_should_get you_should_receive you_ll_see you_will_see
    with_you_by be_with_you is_with_you in_your_account_by will_land ll_land should_land lands will_reach
    should_reach will_arrive ll_arrive should_arrive expect_it expect_payment expect_the_money expect_funds
    hit_your_account have_it_by have_your_money get_your_money voir_arriver devriez_voir devriez_recevoir
    devrait_arriver devrait_vous_parvenir vous_parviendra parviendra atterrir atterrira tombera va_tomber tombe_le`,
  cashed: `encaisse encaissee encaisses encaissees encaisser encaissement encaissements debite debitee debites
    debitees debit debited cashed banked presented deposited remis_a_l_encaissement passe_au_debit passe_en_compte
    sorti_du_compte sorti_de_notre sur_notre_releve sur_nos_releves notre_releve_bancaire out_of_our_account
    left_our_account left_our_bank came_out come_out_of taken_from taken_out cleared_our cleared_the_bank
    cleared_through cleared_my cleared_on went_out_of our_bank_statement on_our_statement shows_as_paid
    showing_as_paid shows_paid apparait_comme_payee apparait_reglee apparait_soldee est_soldee_chez marked_as_paid
    compte_debite ete_debite gone_from_our`,
  scheduled: `programme programmee programmes programmees planifie planifiee planifies planifiees prevu prevue
    prevus prevues inscrit inscrite inscrits inscrites positionne positionnee cale calee cales positionnes
    ordonnance ordonnancee echeance_au mis_en_echeance scheduled queued lined_up slated earmarked diarised diarized
    pencilled penciled set_up_for set_for set_to_go set_to_be booked_for booked_in booked_to in_the_queue
    in_the_pipeline in_the_system_for on_the_list on_the_schedule down_for teed_up due_to_go due_to_leave
    due_to_be_paid due_out sur_la_liste dans_la_liste au_planning dans_le_planning dans_le_circuit dans_les_tuyaux
    dans_le_tuyau sur_les_rails en_file fait_partie_du fait_partie_de included_in integre integree integrees
    added_to_the on_my_list plan_to_pay planned selected_for selectionnee proposition_de_paiement payment_proposal
    mis_en_paiement mise_au_paiement passe_en_paiement est_au_paiement est_en_paiement sont_en_paiement`,
  "payment-run": `campagne campagnes le_train train_du prochain_train batch batches run runs payment_run pay_run
    cheque_run check_run bacs_run supplier_run supplier_payments payments_run fournee vague tournee_de_paiement
    session_de_paiement session_de_virements seance_de_paiement serie_de_virements echeancier_fournisseurs
    echeancier_de_la echeancier_du prochaine_echeance prochain_echeancier jour_de_paiement jours_de_paiement
    jour_des_virements jour_des_paiements payment_day payment_days pay_day pay_date payment_date payment_dates
    date_de_paiement dates_de_paiement decade decades decadaire cycle_de_paiement payment_cycle next_cycle pay_cycle
    reglements_fournisseurs paiements_fournisseurs virements_fournisseurs les_fournisseurs_le sortie_de_paiement
    remise_de_virements remise_d_ordres prochaine_remise prochaine_salve salve prochain_depart prochaine_sortie
    calendrier_de_paiement payment_calendar payment_schedule payables_run vendor_run vendor_payments creditor_run
    creditors_run creditor_payments ap_run suppliers_on suppliers_are_paid weekly_payments monthly_payments
    releve_de_fin_de_mois fin_de_mois_pour le_lot du_lot un_lot ce_lot lot_de prochain_lot dans_le_lot lot_du
    du_train au_train un_train train_de_paiement train_de_virements train_de_reglement train_de_reglements
    dans_le_train prochain_virement lot_n avec_les_salaires avec_les_payes avec_les_autres avec_les_loyers
    with_the_wages with_the_payroll with_the_others along_with_the together_with_the avec_tous_les en_meme_temps_que
    slotted_for slotted_in my_batch ma_batch notre_batch`,
  "run-missed": `rate_le rater_le rate_la manque_le manque_la loupe_le loupe_la missed_the missed_our missed_this
    missed_last too_late_for trop_tard_pour pas_passee_dans pas_passe_dans pas_ete_prise_dans pas_ete_pris_dans
    didn_t_make_the didn_t_make_it not_made_the just_missed cut_off cutoff arrivee_trop_tard recue_trop_tard
    arrived_too_late received_too_late apres_la_cloture passee_entre passe_entre decalee_au decale_au reportee_au
    reporte_au rolled_over roll_over rolls_over bumped_to pushed_to glisse_au glisse_sur basculee bascule_sur`,
  "off-cycle": `hors_cycle hors_campagne hors_lot hors_calendrier paiement_manuel virement_manuel exceptionnel
    exceptionnelle exceptionnellement en_urgence urgent_payment manual_payment manual_run special_run
    one_off_payment off_cycle out_of_cycle ad_hoc_payment expedite expedited fast_track fast_tracked instantane
    instantanement virement_instantane instant_payment instant_transfer priority_payment prioritaire priorise
    en_priorite rush_it rush_payment push_it_through forcer_le forcer_la accelere accelerer passer_devant
    haut_de_la_pile top_of_the_pile top_of_my pile_prioritaire`,
  approval: `validation validations approbation autorisation accord_de_la bon_a_payer bons_a_payer bap visa visas
    feu_vert aval sign_off signoff approval approvals authorisation authorization green_light go_ahead le_ok le_go
    okay_from ok_from ok_de circuit_de_validation workflow work_flow circuit_d_approbation circuit_de_signature
    double_validation valideur valideurs approver approvers approbateur approbateurs valider approve authorise
    authorize tamponner tampon coup_de_tampon sign_it_off released_by release_by bon_pour_accord imputation_et_visa
    controle_interne ordonnancement budget_holder porteur_de_budget dispatche_pour liberation_de_la_facture`,
  approved: `valide validee valides validees approuve approuvee approuvees vise visee visees autorise autorisee
    approved authorised authorized signed_off ok_d okayed ok_ed greenlit green_lit cleared_for passed_for_payment
    passed_to_pay ready_to_pay ready_to_go ready_for_payment pret_a_partir prete_a_partir pret_au_paiement
    bonne_a_payer bon_a_payer_donne bon_a_payer_obtenu bon_a_payer_signe feu_vert_donne acceptee acceptees
    coded_and_approved released_for liberee debloquee debloque unblocked tamponnee bon_pour`,
  "awaiting-approval": `en_attente_de_validation en_attente_de_signature en_attente_d_approbation
    en_attente_de_visa en_attente_du_bon en_attente_d_accord attente_de_l_accord attente_validation
    attend_la_validation attend_la_signature attend_le_visa attend_sa attend_le_bon attends_le_feu attendons_le_feu
    attend_le_feu a_valider a_signer a_la_signature a_la_validation au_visa en_validation en_signature
    en_cours_de_validation en_cours_de_signature en_cours_d_approbation chez_le_valideur manque_une_signature
    manque_la_signature manque_le_visa manque_sa manque_un_visa pending_approval awaiting_approval awaiting_sign
    awaiting_signature awaiting_authorisation awaiting_authorization waiting_for_approval waiting_for_sign
    waiting_on_approval waiting_on_sign awaits_approval needs_approval needs_a_signature needs_sign needs_to_sign
    to_be_approved to_be_signed yet_to_approve yet_to_sign not_yet_approved not_approved pas_encore_valide
    pas_encore_validee pas_validee pas_valide pas_encore_signe stuck_in_approval stuck_in_workflow stuck_with
    sitting_with is_with_our sits_with sitting_on sur_le_bureau_de on_his_desk on_her_desk on_their_desk on_the_desk`,
  signature: `signature signatures parapheur parapheurs signataire signataires seconde_signature deuxieme_signature
    double_signature signatory signatories second_signature two_signatures countersign countersigned counter_signed
    contresigner contresigne contreseing signer signera signeront signs_the signs_them signs_off sign_the sign_them
    sign_cheques cheque_signing delegation_de_signature pouvoir_bancaire pouvoirs_bancaires bank_mandate paraphe
    parapher la_plume qui_signe who_signs vient_signer passe_signer signing signings signe signee signes signees
    signed`,
  blocked: `bloque bloquee bloques bloquees bloquer blocage gele gelee geles gelees suspendu suspendue suspendus
    suspendues en_suspens blocked on_hold put_on_hold held holding holdback frozen stuck stopped payment_stop
    payment_block stop_payment coince coincee coincees en_souffrance en_attente_chez stand_by standby en_stand
    parked parquee mise_de_cote mis_de_cote en_instance withheld withhold withholding retenu retenue retenons gel
    suspension suspendons suspends verrouille stalled en_anomalie exception_queue code_blocage`,
  release: `debloquer deblocage debloquera debloquerons debloquons debloque_le debloque_la liberer libererons
    liberera lever_le_blocage levee_du_blocage lever_la unblock unblocks unblocked unlock unlocked release releasing
    will_be_released be_released lift_the lifted_the free_up freed_up remettre_en_paiement remise_en_paiement
    remis_en_paiement degeler deverrouiller decoincer degripper faire_avancer accelerer_le pousser_le push_through
    pushed_through`,
  bank: `banque banques bank banks banquier banquiere banquiers banker agence_bancaire conseiller_bancaire
    conseillere_bancaire charge_d_affaires relationship_manager compte_bancaire comptes_bancaires
    etablissement_bancaire caisse_d_epargne credit_agricole credit_mutuel building_society credit_union
    caisse_populaire desjardins lender lenders teneur_de_compte`,
  "bank-portal": `portail_bancaire site_de_la_banque appli_bancaire application_bancaire banque_en_ligne
    espace_bancaire online_banking internet_banking e_banking ebanking web_banking home_banking bank_portal
    banking_app banking_platform banking_system acces_bancaire acces_bancaires acces_banque codes_bancaires
    certificat_bancaire jeton token tokens carte_ebics ebics isabel digipass boitier lecteur_de_carte card_reader
    dongle cle_usb authentification_forte double_authentification two_factor beneficiaire beneficiaires
    ajout_de_beneficiaire ajouter_le_beneficiaire beneficiary new_payee plafond plafonds daily_limit transfer_limit
    limite_journaliere delai_de_securite as_a_payee add_the_payee`,
  "bank-details": `code_swift donnees_bancaires aba ach_details wiring_instructions remittance_address remit_to bsb
    ifsc transit_number specimen_de_cheque void_cheque void_check where_to_pay where_to_send_the pay_it_to ou_payer
    ou_virer quel_compte pay_into numero_iban`,
  "bank-details-changed": `nouveau_rib nouvel_iban nouveaux_rib changement_de_rib changement_d_iban
    change_de_banque change_de_rib changement_de_banque changed_bank changed_banks change_of_bank new_bank
    new_account_details new_iban updated_bank ancien_rib ancien_compte ancien_iban old_account old_bank old_iban
    old_sort autre_rib different_iban different_account iban_different rib_different mauvais_rib mauvais_iban
    mauvais_compte wrong_account wrong_iban wrong_bank wrong_sort rib_errone iban_errone rib_perime compte_cloture
    compte_ferme closed_account account_closed account_was_closed rib_a_jour rib_actualise verify_your_bank
    verifier_votre_rib confirm_your_bank confirmer_votre_rib contre_appel call_back_check`,
  proof: `preuve preuves justificatif justificatifs avis_de_virement avis_de_paiement avis_de_debit
    avis_d_operation avis_de_reglement ordre_de_virement_ci copie_du_virement copie_de_virement copie_du_cheque
    recepisse recu_de_paiement recu_bancaire capture screenshot screen_shot screen_grab print_screen proof
    pop_attached payment_confirmation confirmation_de_paiement confirmation_de_virement confirmation_of_payment
    confirmation_bancaire bank_confirmation swift mt remittance_advice remittance_slip remit_advice
    remittance_attached advice_attached payment_advice payment_slip deposit_slip bank_slip bank_receipt
    transaction_receipt transaction_number transaction_id transaction_ref trace_number utr tracking_number
    numero_de_suivi numero_du_virement numero_de_transaction reference_du_virement reference_de_paiement
    payment_reference our_payment_ref releve_bancaire extrait_bancaire extrait_de_compte_bancaire bank_statement
    bordereau recipisse tracer trace_it talon souche stub cheque_stub counterfoil trace_no trace_nr numero_de_trace`,
  "value-date": `date_de_valeur dates_de_valeur en_valeur valeur_du valeur_au value_date value_dated valeur_jour
    jours_de_banque delai_interbancaire delais_interbancaires delai_bancaire delais_bancaires delai_d_acheminement
    delais_d_acheminement delai_de_banque compensation_interbancaire clearing_time clearing_days bank_processing
    processing_time working_days_to business_days_to banking_days banking_day jours_bancaires jour_bancaire
    jour_de_banque days_to_clear days_to_arrive days_to_reach days_to_show days_to_hit jours_pour_arriver
    jours_d_acheminement take_a_day takes_a_day take_a_couple takes_a_couple le_temps_que_la_banque temps_bancaire
    le_temps_de_la_banque le_temps_du_transit allow_two allow_three allow_a_couple comptez_deux compter_deux
    compter_un comptez_un un_jour_ou_deux heures_le_temps interbank prendra_un`,
  "payment-bounced": `rejete rejetee rejetes rejetees rejet rejets retourne retournee retour_impaye
    retour_du_virement revenu_impaye revenue_impayee nous_est_revenu est_revenu est_revenue sans_provision
    defaut_de_provision provision_insuffisante non_provisionne en_bois cheque_en_bois bounced bounce returned
    came_back sent_back rejected reject declined refused_by_the_bank refuse_par_la_banque failed payment_failed
    echoue echouee echec_du did_not_go_through didn_t_go n_est_pas_passe pas_passe n_a_pas_abouti pas_abouti
    non_abouti insufficient_funds nsf not_honoured not_honored dishonoured dishonored refer_to_drawer rubber_cheque
    unpaid_item iban_invalide invalid_iban invalid_account bank_error erreur_bancaire erreur_de_la_banque
    erreur_d_iban chequier_vole cheque_perdu perdu_en_route lost_in_the_post lost_in_the_mail got_lost lost_cheque
    opposition stop_cheque`,
  "pay-again": `refaire refais refait refaite refaisons referai referons reemettre reemis reemise reemettons
    reemettrons relancer_le_virement relance_le_virement relancons_le reissue reissued reissuing re_issue re_issued
    re_issuing resend_the_payment resent redo redone re_send re_sent re_run rerun resubmit resubmitted re_submit
    re_submitted represente representer presenter_a_nouveau replacement_cheque replacement_check replace_the_cheque
    new_cheque remplacer_le_cheque nouveau_virement nouveau_cheque second_virement second_transfer try_again retry
    retente retenter recommence pay_it_again make_it_again do_it_again renouveler_le renouvelle_le un_autre_cheque
    another_cheque another_check repayer`,
  "catch-up": `regulariser regularise_la regularisation regularisons regularisera regularisee mettre_a_jour
    mise_a_jour_de me_mettre_a_jour nous_mettre_a_jour se_mettre_a remettre_a_jour remettre_les_compteurs
    remettre_d_aplomb rattraper rattrapage rattrapons apurement apurer_le solder_le_compte solder_notre
    solder_l_ensemble clear_the_account clear_the_balance clear_our clear_the_arrears clear_the_backlog
    bring_the_account bring_it_current bring_us_current up_to_date get_current become_current catch_up catching_up
    square_things square_this put_this_right put_it_right put_that_right set_this_right make_good make_it_right
    sort_this sort_it sort_that sort_them get_this_sorted get_it_sorted get_that_sorted rectify rectifier remedier
    corriger_le_tir tidy_up tidy_this reparer_l_oubli reparer_cet`,
  forgotten: `oublie oubliee oublier oubli omission omis omise echappe echappee passee_a_la_trappe
    passe_a_la_trappe passe_a_l_as passee_sous le_radar under_the_radar passe_entre_les passee_entre_les
    entre_les_mailles forgot forgotten slipped overlooked oversight missed_it missed_this missed_that missed_yours
    fell_through fallen_through the_cracks inadvertance inadvertently sous_la_pile sous_une_pile bottom_of_the
    buried mal_classee misfiled mislaid egaree egare lost_track perdu_de_vue pas_vu_passer pas_vu_la slip_up
    my_fault ma_faute notre_faute our_fault our_mistake my_mistake erreur_de_ma erreur_de_notre not_noticed
    hadn_t_noticed etourderie lapse negligence distraction zappe zappee zapper mea_culpa fair_cop guilty filed_under
    classe_avec`,
  "crossed-mails": `se_croise se_croisent se_croiser se_sont_croises croise croises croisement croisent crossed_in
    crossed_with have_crossed has_crossed must_have_crossed crossed_over crossing_in nos_courriers nos_messages_se
    nos_mails_se our_emails ne_pas_tenir_compte ne_tenez_pas sans_tenir_compte sans_objet annule_votre_relance
    ignorer_votre please_disregard disregard ignore_the_reminder ignore_your_reminder ignore_this_reminder
    no_longer_relevant relance_infondee relance_a_tort en_retard_d_une entre_temps entretemps in_the_meantime
    meanwhile`,
  "check-yours": `verifier_vos verifiez_vos verifier_votre verifiez_votre verifier_de_votre verifier_chez_vous
    verifiez_de_votre controler_vos regarder_vos regardez_vos regardez_votre consultez_votre consulter_votre
    voyez_votre pointez_vos pointer_vos voir_avec_votre_banque rapprocher_de_votre_banque check_your check_with_your
    check_on_your check_at_your look_at_your verify_your your_bank your_own_bank your_records your_ledger
    your_accounts_team vos_comptes vos_releves vos_ecritures vos_encaissements votre_comptabilite votre_lettrage
    votre_banque de_votre_cote on_your_side at_your_end on_your_end your_end your_side mal_impute mal_affecte
    mal_lettre mal_lettree pas_lettre misallocated misapplied misposted unallocated unapplied not_allocated
    not_been_allocated affecte_a impute_sur applied_to allocated_to allocate_it regardez_mieux regardez_bien
    regarde_mieux look_again check_again look_harder have_another_look ton_compte ta_banque ouvert_ton_appli
    checker_ton checkez_votre checker_votre ask_your_bank your_unallocated your_factor demandez_a_votre
    rafraichir_votre refresh_your`,
  "all-settled": `ne_vous_devons_rien ne_devons_rien ne_dois_rien ne_vous_dois_rien doit_rien devons_plus_rien
    dois_plus_rien devons_rien dois_rien rien_a_payer rien_a_regler rien_du plus_rien_a rien_en_attente
    rien_en_retard aucun_impaye aucune_facture_en aucune_dette aucun_retard a_jour_de nous_sommes_a_jour
    je_suis_a_jour est_a_jour sommes_quittes quitte_envers quittes solde_nul solde_a_zero compte_solde
    compte_est_solde nothing_outstanding nothing_owed nothing_owing nothing_due nothing_to_pay nothing_overdue
    nothing_open owe_you_nothing owe_nothing don_t_owe do_not_owe dont_owe no_balance nil_balance zero_balance
    account_is_clear account_is_settled account_is_up all_square we_are_square no_outstanding no_open all_up_to_date`,
  factor: `affacturage factor factors factoring affactureur societe_d_affacturage subrogation subrogee
    quittance_subrogative mention_de_subrogation cession_de_creance cedee cede_a creance_cedee cession_dailly dailly
    assigned_to notice_of_assignment invoice_discounting reverse_factoring supply_chain_finance assurance_credit
    credit_insurer credit_insurance coface allianz_trade atradius societe_de_recouvrement cabinet_de_recouvrement
    agence_de_recouvrement debt_collector debt_collectors collection_agency collections_agency collection_company`,
  "public-money": `tresor_public tresorerie_municipale tresorerie_generale perception percepteur perceptrice dgfip
    dfip ddfip sgc service_de_gestion_comptable comptable_public comptable_assignataire payeur paierie
    agent_comptable rejet_du_comptable conseil_municipal conseil_d_administration deliberation budget_vote
    budget_primitif budget_supplementaire credits_disponibles credits_epuises engagement_juridique ej_n
    numero_d_engagement service_gestionnaire chorus mairie commune collectivite departement_finances council_finance
    purchase_ledger_public treasury_department exchequer appropriation fiscal_year_end budget_release grap regie
    regisseur fin_de_gestion cloture_budgetaire journee_complementaire`,
  "you-are-next": `vous_serez_du vous_serez_dans serez_du serez_dans seras_dans vous_etes_dans vous_etes_sur
    tu_es_dans es_dedans etes_dedans serez_dedans vous_y_etes vous_y_serez y_figure y_figurez y_est y_sont
    en_fait_partie en_font_partie faites_partie fait_partie_de_la la_votre la_tienne les_votres les_tiennes
    elle_est_dedans elles_sont_dedans est_dedans sont_dedans est_dessus sont_dessus vous_etes_les_prochains
    prochain_sur_la prochains_sur premier_sur premiers_sur en_tete_de haut_de_liste premier_servi vous_passez_en
    your_name_is your_invoice_is_in your_invoice_is_on you_re_in_the you_are_in_the you_re_on_the you_are_on_the
    you_re_on_it you_re_next you_are_next you_re_first you_are_first yours_is yours_are yours_will is_in_there
    are_in_there is_in_it are_in_it is_on_it are_on_it is_among is_in_that is_on_that is_part_of are_part_of
    top_of_the_list first_on_the next_on_the next_in_line first_in_line front_of_the_queue on_the_next in_the_next
    with_the_next on_next in_next with_next`,
};
