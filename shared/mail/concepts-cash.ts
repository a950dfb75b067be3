import type { ConceptTable } from "./concepts.ts";

/** Money that is short and why, what is asked for, good will and bad. */
export const CONCEPTS_CASH: ConceptTable = {
  "cash-flow": `tresorerie treso tresor_de_guerre cash_flow cashflow cash_position cash_situation cash_is
    liquidites liquidite liquidity working_capital fonds_de_roulement bfr finances_sont notre_caisse en_caisse
    situation_financiere situation_de_tresorerie probleme_de_tresorerie difficultes_de_tresorerie
    tension_de_tresorerie tensions_de_tresorerie decalage_de_tresorerie trou_de_tresorerie plan_de_tresorerie
    financial_situation financial_position our_finances my_finances niveau_treso cote_treso cote_finances cote_sous
    cote_argent funds_are cash_wise money_wise financierement financially la_caisse_est`,
  tight: `tendu tendue tendus tendues serre serree serres juste_en_ce court_en a_court difficile difficiles
    difficulte difficultes complique compliquee compliques delicat delicate passe_difficile passage_difficile
    moment_difficile periode_difficile mauvaise_passe mauvais_moment sale_passe mauvais_mois coup_dur
    passe_compliquee gene genee etrangle etrangles asphyxie asphyxies galere galerons en_galere ramons je_rame
    on_rame on_serre serrer_la_ceinture se_serrer dans_le_dur tension tensions flux_tendu sur_le_fil sur_la_corde
    tire_la_langue tirons_la_langue tight tightness squeezed squeeze stretched strapped cash_strapped short_of
    short_on a_bit_short bit_short running_low struggling struggle struggles strained difficult difficulty
    difficulties hardship tough hard_times rough bad_patch lean pinch feeling_the_pinch up_against pressed
    hand_to_mouth keep_the_lights keeping_the_lights head_above afloat la_tete_hors_de keep_afloat robbing_peter
    juggling jongle jonglons tricky scraping c_chaud c_est_chaud c_est_tendu trop_juste un_peu_juste bien_juste
    la_galere suffocated gasping vaches_maigres traversee_du_desert mange_mon_pain_noir tire_le_diable dur_dur
    c_est_dur dur_en_ce very_slow marche_plus_trop`,
  "no-money": `plus_un_sou plus_un_rond pas_un_sou pas_un_rond pas_un_kopeck plus_un_euro plus_d_argent
    pas_d_argent pas_l_argent pas_les_fonds pas_de_fonds pas_les_moyens n_ai_pas_de_quoi pas_de_quoi
    les_poches_vides caisse_vide caisses_vides caisses_sont_vides caisse_est_vide compte_a_sec a_sec compte_vide
    le_compte_est_vide fauche fauches raide a_plat plus_rien_sur plus_rien_dans rien_sur_le_compte rien_en_caisse
    sans_le_sou sur_la_paille ruine ruines aux_abois insolvable insolvables pas_solvable peux_pas_payer
    pouvons_pas_payer peux_pas_regler pouvons_pas_regler pouvons_pas_honorer impossible_de_payer
    impossible_de_regler impossible_d_honorer hors_de_portee no_money no_funds no_cash don_t_have_the_money
    don_t_have_it don_t_have_the_funds don_t_have_that haven_t_got_it not_got_it haven_t_got_the can_t_afford
    cannot_afford can_t_pay cannot_pay can_not_pay unable_to_pay unable_to_settle not_able_to_pay isn_t_there
    not_there_yet money_isn_t broke skint penniless brassic bust flat_broke out_of_money out_of_cash
    run_out_of_money ran_out_of bone_dry pockets_are_empty coffers_are_empty empty_account nothing_in_the_account
    nothing_in_the_bank nothing_left in_the_red dans_le_rouge blood_from blood_out d_une_pierre tondre_un_oeuf
    tondre_un_œuf theres_nothing_left well_is_dry well_has_run larder_is_bare moths_in cupboard_is_bare tin_is_empty
    till_is_empty piggy_bank tirelire_vide frigo_vide tiroir_caisse_vide la_caisse_est_vide le_puits tonneau_vide
    compte_est_dans`,
  overdraft: `decouvert decouverts autorisation_de_decouvert facilite_de_caisse facilites_de_caisse ligne_de_credit
    lignes_de_credit lignes_bancaires concours_bancaires ligne_de_tresorerie credit_de_campagne pret_bancaire
    un_pret le_pret pret_garanti pge refinancement emprunt rachat_de_credit banque_ne_suit banque_nous_lache
    banque_coupe banque_a_coupe banque_a_reduit banque_refuse interdit_bancaire fichage fiche_banque_de_france
    compte_bloque comptes_bloques saisie_attribution avis_a_tiers satd atd saisi_par overdraft overdrawn over_drawn
    credit_line credit_lines line_of_credit credit_facility facility_limit revolver bridging_loan loan loans
    refinance refinancing re_financing drawdown draw_down credit_limit bank_has_cut bank_cut bank_pulled bank_won_t
    bank_is_reviewing frozen_account account_is_frozen garnishment garnished levy funding_round investors
    investisseurs levee_de_fonds augmentation_de_capital apport_en_compte`,
  "unpaid-by-others": `nos_clients_ne clients_ne_nous client_ne_nous client_ne_m client_ne_me clients_ne_paient
    clients_tardent client_tarde clients_paient_mal client_paye_pas client_paie_pas clients_paient_pas
    clients_payent_pas pas_ete_paye_par pas_ete_payes_par pas_encore_ete_paye pas_encore_ete_payes pas_ete_regle_par
    nous_doit_encore me_doit_encore on_nous_doit on_me_doit nous_doivent me_doivent client_en_defaut gros_client_qui
    gros_impaye impaye_important impaye_d_un ardoise_chez nos_impayes nos_propres_impayes mes_impayes
    encaissements_tardent retard_de_nos_clients retard_de_paiement_de retards_de_paiement_de
    attente_de_nos_reglements attendons_le_reglement_de attendons_le_paiement_de attends_le_paiement
    attends_le_reglement attends_d_etre attendons_d_etre attente_d_un_reglement attente_d_un_paiement
    attends_un_virement attends_un_gros attendons_un_virement attendons_un_gros attendons_une_rentree
    attends_une_rentree rentree_d_argent rentrees_d_argent rentree_de_fonds customers_haven_t customer_hasn_t
    client_hasn_t clients_haven_t customers_not_paying customers_are_not customers_are_slow slow_payers slow_paying
    late_payers late_paying owed_money owed_to_us owes_us owe_us owed_by unpaid_by not_been_paid haven_t_been_paid
    hasn_t_paid_us hasn_t_paid_me haven_t_paid_us not_paid_us not_paid_me yet_to_pay_us yet_to_be_paid
    still_not_paid_us waiting_to_be_paid waiting_to_get_paid waiting_on_payment waiting_for_payment
    waiting_for_a_payment waiting_on_a_payment waiting_for_our_client waiting_on_our_client waiting_on_funds
    waiting_on_a_client waiting_for_funds awaiting_funds awaiting_payment awaiting_receipt expecting_a_payment
    expecting_funds money_coming_in money_comes_in cash_comes_in debtors stiffed_us left_us_high chain_of_payments
    knock_on domino effet_domino`,
  "money-in": `deblocage_des_fonds deblocage_du_pret rentrees recettes encaissement_de encaisser_notre vente_de
    vendre_le vendre_un cession_de indemnisation indemnite_d_assurance assurance_nous remboursement_de_tva
    credit_de_tva vat_refund tax_refund insurance_payout insurance_money insurer_pays release_of_retention
    stage_payment next_stage drawdown_comes incoming_funds inflow inflows takings selling_the sell_some money_lands
    money_arrives funds_clear funds_arrive funds_come ship_comes come_good comes_good comes_through
    rentre_de_l_argent l_argent_rentre fonds_arrivent argent_arrive renflouer remonter_la_treso refaire_la_treso
    prochain_encaissement paie_tombe salaire_tombe payday my_wages my_salary mon_salaire prime allocation
    allocations pension heritage inheritance succession paye_de_la_coop acompte_de_notre_client`,
  subsidy: `subvention subventions subside subsides aide_de_l_etat fonds_de_solidarite dotation dotations
    financement financements financeur financeurs opco fonds_europeens feder fse fonds_social prime_pac aides_pac
    la_pac maprimerenov ma_prime_renov anah cee_prime credit_impot credit_d_impot cir cice cpam caf ars region_nous
    conseil_departemental_nous grant grants funding funder funders subsidy subsidies government_support
    government_money bailleur bailleurs_de_fonds convention_de_financement tranche prochaine_tranche next_tranche
    cotisations fundraiser donation donations dons mecene mecenat sodec fsl telethon remboursement_mutuelle
    council_money trust_funding lottery_funding solde_de_la_subvention versement_de_la_subvention une_aide
    aides_de_l l_aide_de_l aide_financiere`,
  season: `saison la_saison en_saison saisonnier saisonniere saisonnalite hors_saison haute_saison basse_saison
    debut_de_saison fin_de_saison avant_saison morte_saison creux_de creux_d_activite periode_creuse mois_creux
    recolte la_recolte recoltes vendange vendanges moisson moissons campagne_agricole campagne_de_peche season
    seasonal off_season low_season high_season slow_season quiet_season peak_season slow_period quiet_period
    quiet_time quiet_month slow_month dead_season harvest lambing after_harvest summer_trade winter_trade
    apres_l_ete apres_les_vendanges les_touristes touristes tourists tourist_season reprise_de_la_saison
    ouverture_de_la_station meteo mauvais_temps weather secheresse drought intemperies grele gel frost`,
  illness: `malade maladie hospitalise hospitalisee hospitalisation hopital clinique opere operee accident
    accidente cancer burn_out burnout depression surmenage grippe covid grave_maladie souci_de_sante soucis_de_sante
    probleme_de_sante problemes_de_sante raisons_de_sante raison_de_sante sante_fragile avc infarctus chimio
    traitement_lourd convalescence sick ill illness unwell poorly hospital hospitalised hospitalized surgery
    operated health stroke heart_attack flu injured injury broken_leg medical bedridden laid_up under_the_weather
    mental_health alite alitee jambe_cassee cloue_au_lit clinic back_went my_back_went dos_bloque lumbago sciatique`,
  death: `deces decede decedee deuil mort_de obseques enterrement funerailles inhumation disparition perdu_mon
    perdu_ma perdu_notre feu_mon veuve veuf est_mort est_morte succession_de heritiers death died deceased dead
    bereavement bereaved funeral passed_away late_husband late_father widow widower probate executor lost_my
    lost_our nous_a_quittes the_estate estate_of has_passed`,
  disaster: `incendie brule degat_des_eaux degats_des_eaux inondation inondations inonde inondes sinistre sinistres
    tempete cyclone ouragan seisme effondrement vol_de vole cambriolage cambriole cambrioles vandalisme
    escroquerie_dont fraude_dont cyberattaque cyber_attaque rancongiciel pirate pirates piratage hack hacked hacker
    ransomware malware virus cyber_attack cyberattack cyber_incident fire flood flooded flooding storm hurricane
    earthquake break_in burgled burglary theft stolen robbery robbed fraud_against fraudsters power_cut power_outage
    outage coupure_de_courant emeutes riots unrest war guerre greve greves strike strikes industrial_action blocages
    confinement lockdown pandemie pandemic en_feu le_feu_dans un_feu pris_feu`,
  "system-trouble": `panne en_panne pannes bug bugs bogue dysfonctionnement erp sap sage cegid nouveau_logiciel
    nouveau_systeme nouvel_erp changement_de_logiciel changement_de_systeme changement_d_erp migration migrations
    bascule_informatique probleme_informatique problemes_informatiques souci_informatique soucis_informatiques
    soucis_techniques souci_technique probleme_technique problemes_techniques serveur informatique
    systeme_informatique le_systeme erreur_systeme plantage plante plantee demenagement demenage restructuration
    reorganisation fusion new_system new_software system_change system_issue system_issues system_error
    system_migration system_down system_is_down server_down it_issue it_issues it_problem it_problems
    technical_issue technical_issues technical_problem glitch crashed crash implementation go_live cutover
    outlook_issue teething upgrade moving_offices moved_office office_move restructure restructuring merger
    integration_en_cours systems_are rachat_de_la`,
  "lost-business": `perte_de_chiffre perte_d_un_client perdu_un_gros perdu_notre_plus perdu_un_client
    perte_d_activite baisse_d_activite baisse_du_chiffre chute_d_activite activite_en_baisse activite_au_ralenti
    ralentissement tourne_au_ralenti au_ralenti conjoncture crise marche_en_berne carnet_de_commandes
    chantiers_decales chantiers_arretes chantier_arrete chantier_a_l_arret a_l_arret chomage_partiel
    chomage_technique pas_de_travail plus_de_travail plus_de_boulot pas_de_boulot moins_de_clients pertes
    annee_noire inflation hausse_des_prix hausse_de_l_energie cout_de_l_energie factures_d_energie charges_qui
    charges_sociales loyers_en_retard downturn recession slowdown slump drop_in down_on sales_are_down
    turnover_is_down orders_are_down quiet trade_is business_is_slow business_has_been lost_a_major lost_our_biggest
    lost_a_big lost_a_contract contract_ended contract_lost projects_stalled projects_delayed furlough laid_off
    layoffs redundancies energy_bills rising_costs rent_arrears wages_first payroll_first salaires_d_abord
    salaires_a_payer payer_les_salaires payer_mes_salaries les_charges tax_bill hmrc_bill urssaf_d_abord
    road_construction road_works travaux_devant no_shows annulations cancellations places_vides lits_vides
    empty_beds empty_rooms foot_traffic is_down`,
  backlog: `debordes deborde debordee sous_l_eau submerge submerges submergee surcharge_d_activite
    surcharge_de_travail retard_accumule retard_de_traitement accumule_du_retard pris_du_retard prenons_du_retard
    du_retard_dans en_retard_dans rattraper_le_retard pile_de_factures montagne_de sous_effectif sous_effectifs
    manque_de_personnel manque_d_effectif manque_de_bras peu_de_monde en_effectif_reduit effectif_reduit
    seul_au_bureau seule_au_bureau tout_seul toute_seule pas_eu_le_temps pas_le_temps manque_de_temps plein_d_autres
    la_tete_sous la_tete_dans le_nez_dans le_jus dans_le_jus charrette charrettes au_four_et pas_de_secretaire
    plus_de_comptable sans_comptable backlog backlogs snowed_under swamped overwhelmed inundated behind_with
    behind_on running_behind short_staffed shortstaffed understaffed under_staffed staff_shortage staff_shortages
    one_man no_bookkeeper no_accountant without_an_accountant haven_t_had_time not_had_time not_had_a_chance
    haven_t_had_a_chance no_time up_to_my up_to_our flat_out run_off pile_of paperwork_pile catching_up_on
    working_through work_through hectic manic frantic rushed run_ragged`,
  "ask-time": `delai delais un_delai du_delai reporter reporte_de repousser repousse decaler decale prolonger
    moratoire moratoires sursis patienter patientez patience un_peu_de_temps du_temps encore_un_peu quelques_jours
    quelques_semaines jours_de_plus semaine_de_plus mois_de_plus jours_supplementaires semaine_supplementaire
    mois_supplementaire laissez_moi laissez_nous laisser_jusqu accordez accorder m_accorder nous_accorder consentir
    souffler reprendre_son_souffle un_sursis un_repit repit attendre attendez etre_patient gagner_du_temps
    fais_nous_credit peu_de_marge more_time extra_time some_time bit_more_time additional_time extension
    extended_terms grace_period breathing_space breathing_room breather leeway few_days few_weeks few_more
    couple_of_days couple_of_weeks another_week another_month another_fortnight another_few extra_days extra_week
    extra_month days_more hold_off hold_fire hang_on postpone postponement defer deferral deferred delay_payment
    push_back push_it push_out bear_with patient allow_us allow_me let_me_have_until wait_until hold_it_until
    hold_the_cheque slack some_slack payment_holiday un_report le_report report_de report_d_echeance days_grace
    give_me_until give_me_a_few give_me_some give_me_time give_me_a_week give_us_until give_us_a_few give_us_some
    give_us_time give_us_a_week de_grace park_this park_it let_it_sit sit_tight faire_le_dos_rond me_laisser_jusqu
    un_peu_d_air jours_de_repit`,
  "ask-parts": `echeancier echeanciers un_echeancier echelonner echelonnement echelonne etaler etalement etale
    etalee plan_de_paiement plan_d_apurement plan_de_remboursement en_plusieurs plusieurs_fois deux_fois trois_fois
    quatre_fois cinq_fois six_fois dix_fois mensualites mensualite mensualiser mensualisation par_mois par_semaine
    par_tranches petit_a_petit au_fur_et fractionner fractionne fractionnement scinder couper_en diviser_en
    facilite_de_paiement facilites echeances_de accord_de_paiement arrangement amenagement instalment instalments
    installment installments payment_plan repayment_plan payment_arrangement payment_schedule plan_of in_parts
    in_stages in_tranches in_chunks bit_by_bit chip_away chipping_away drip_feed split_it split_the split_this
    split_into spread_it spread_the spread_this spread_over spread_out stagger staggered over_two_months over_three
    over_four over_six over_the_next per_month a_month per_week a_week weekly_payments two_payments three_payments
    four_payments time_to_pay come_to_an_arrangement work_something en_2_fois en_3_fois en_4_fois en_5_fois
    en_6_fois en_10_fois en_12_fois en_2_ou en_3_ou couper_ca coupe_ca coupe_en morceaux en_morceaux par_morceaux
    tranches slices in_slices cut_it bites two_bites drip_feeding let_it_ride un_peu_chaque un_peu_par a_bit_at
    a_bit_each over_2_months over_12 over_6 over_3 in_3 in_4_parts in_2_parts till_it_s_gone until_it_s_gone`,
  "on-account": `acompte acomptes un_acompte en_acompte premier_acompte premier_versement premier_reglement
    un_premier versement_partiel reglement_partiel paiement_partiel une_partie la_moitie un_tiers un_geste
    un_petit_quelque une_avance arrhes un_bout un_morceau quelque_chose_en deja_une_partie dans_un_premier_temps
    pour_commencer deposit down_payment part_payment partial_payment partial_payments first_payment first_instalment
    first_installment initial_payment interim_payment something_on_account payment_on_account on_account
    token_payment token_amount token_gesture some_of_it part_of_it half_of_it half_now half_the a_third first_half
    second_half something_towards a_bit_now to_start_with as_a_start goodwill_payment gesture_of lump_sum a_chunk
    le_restant_en le_solde_en le_reste_en the_rest_in the_rest_by the_balance_in the_balance_by the_remainder_in
    the_remainder_by une_provision`,
  proposal: `propose proposer proposons proposition propositions vous_propose je_propose nous_proposons suggere
    suggerons suggestion offre_de offrons serait_il_possible est_il_possible est_ce_possible serait_ce_possible
    est_ce_que_ca_va ca_vous_va ca_te_va ca_vous_irait vous_convient vous_conviendrait te_convient conviendrait
    seriez_vous etes_vous_d es_tu_d d_accord_pour accepteriez acceptez_vous accepter_un accepter_que votre_accord
    avec_votre_accord sous_reserve_de_votre_accord solliciter sollicite sollicitons demande_un demandons_un
    voudrais_demander voulais_vous_demander peut_on pourrait_on pourrions_nous puis_je pourrais_je y_a_t_il_moyen
    s_arranger trouver_un_arrangement trouver_une_solution trouver_un_terrain un_terrain_d_entente
    on_peut_s_arranger trouver_un_accord entente_amiable a_l_amiable proposal suggest suggesting offer offering
    would_it_be would_you_be would_you_accept would_you_consider would_you_agree could_we would_that would_this
    is_it_possible is_there_any any_chance any_way_we can_we_agree can_we_arrange can_we_do is_that_ok is_that_okay
    does_that_work does_this_work if_that_works if_acceptable if_you_agree if_you_are_happy if_that_suits agreeable
    happy_to_agree willing_to_accept come_to_an reach_an_agreement amicable compromise meet_us_halfway
    meet_in_the_middle request_for requesting ask_for_your_agreement c_possible c_est_possible c_jouable jouable
    c_est_jouable envisageable c_est_envisageable y_aurait_il moyen_de ca_irait ca_vs_irait si_ca_vous_va
    si_ca_te_va dites_oui dites_moi_oui tell_me_if is_possible could_i_go is_it_ok ok_for_you would_it_work
    acceptable if_that_s_acceptable what_would_you_accept vous_pourriez_accepter`,
  "good-will": `bonne_foi bonne_volonte de_bonne_foi mauvaise_volonte faire_le_necessaire fais_le_necessaire
    faisons_le_necessaire ferai_le_necessaire ferons_le_necessaire fera_le_necessaire le_necessaire notre_possible
    mon_possible tout_notre_possible tout_mon_possible nos_meilleurs_efforts effort efforts m_efforcer efforcerai
    efforcons faire_au_mieux ferai_au_mieux fais_au_mieux faisons_au_mieux au_mieux fais_tout faisons_tout m_engage
    nous_nous_engageons engageons engagements tenir_parole tenir_mes tenir_nos honorer_nos honorer_mes
    pas_de_probleme pas_de_souci aucun_souci aucun_probleme ne_vous_inquietez ne_t_inquiete soyez_rassure rassurez
    rassurer je_vous_rassure serez_pas_decu vous_n_allez_pas pas_oublies pas_oublie vous_oublie n_oublions n_oublie
    good_faith do_our_best do_my_best doing_our_best doing_my_best our_utmost every_effort best_efforts commit
    commits committed commitment honour honor make_sure ensure see_to_it will_see_to see_it_done my_word
    make_it_happen not_forgotten haven_t_forgotten rest_assured be_assured don_t_worry no_worries no_problem
    not_to_worry assure_you trust_me you_can_count intend_to intention intentions fully_intend want_to_pay keen_to
    voulons_payer veux_payer tiens_a_vous_payer souhaitons_regler get_on_to get_onto on_the_ball promptly_deal
    in_hand in_good_hands suis_dessus on_est_dessus en_bonne_voie`,
  "long-relation": `depuis_des_annees longue_date de_longue depuis_toujours bonnes_relations relations_commerciales
    bonne_relation relation_de_confiance confiance fidele fideles fidelite bon_client bons_clients partenaire
    partenaires partenariat_de collaboration depuis_le_temps nous_nous_connaissons on_se_connait toujours_paye
    toujours_regle toujours_ete_reglo reglo mauvais_payeur mauvais_payeurs jamais_eu_de jamais_fait_defaut
    premiere_fois long_standing longstanding loyal good_customer good_customers good_relationship
    working_relationship relationship business_relationship trust goodwill always_paid always_been never_been_late
    never_missed first_time track_record know_us known_us known_each good_terms years_of all_these_years
    valued_supplier reputation`,
  understanding: `comprehension votre_comprehension comprehensif comprehensifs comprehensive indulgence
    bienveillance votre_patience votre_aide soutien sollicite_votre compter_sur_votre comptons_sur_votre
    compte_sur_votre un_geste_de_votre understanding your_understanding your_patience your_indulgence your_support
    your_cooperation lenient leniency forbearance appreciate appreciated kindly_bear please_bear ask_for_your
    count_on_your grateful_if merci_de_patienter gene_occasionnee desagrement desagrements inconvenience hassle
    sorry_for_the mes_excuses nos_excuses mille_excuses toutes_mes_excuses apologies apologise apologize confus
    confuse`,
  "wont-pay": `ne_paierai ne_paierons ne_payerai ne_payerons ne_reglerai ne_reglerons paierai_pas paierons_pas
    payerai_pas payerons_pas paie_pas payons_pas paye_pas reglerai_pas reglerons_pas regle_pas reglons_pas
    paiera_pas ne_paye_pas ne_paie_pas refuse_de_payer refusons_de_payer refuse_de_regler refusons_de_regler
    refus_de_payer refus_de_regler hors_de_question il_est_hors pas_question pas_un_centime pas_un_euro pas_un_cent
    aucun_centime pas_le_moindre pas_verser pas_payer rien_du_tout vous_n_aurez_rien n_aurez_rien aurez_rien
    n_aurez_pas vous_ne_verrez ne_verrez rever tu_reves vous_revez peut_toujours pouvez_toujours
    n_ai_aucune_intention aucune_intention pas_l_intention pas_envie pas_donner_suite won_t_pay will_not_pay
    won_t_be_paying not_paying not_going_to_pay not_gonna_pay refuse_to_pay refusing_to_pay refuse_to_settle refusal
    no_intention not_prepared_to_pay won_t_be_settling will_not_be_paying will_not_be_settling never_pay not_a_penny
    not_a_cent not_one_penny not_one_cent not_a_dime not_a_bean another_penny single_penny single_cent red_cent
    get_nothing getting_nothing won_t_see won_t_get dream_on in_your_dreams no_way no_chance over_my_dead forget_it
    out_of_the_question don_t_hold_your hold_your_breath can_whistle whistle_for`,
  "polite-refusal": `ne_pouvons_donner pouvons_donner_suite donner_suite donner_une_suite suite_favorable
    suite_defavorable pas_en_mesure ne_sommes_pas_en_mesure ne_suis_pas_en_mesure regret_de_vous au_regret
    regrettons_de ne_pourrons_acceder acceder_a_votre ne_saurions ne_saurait sauraient declinons decline_toute
    decliner notre_position maintenons maintiens restons_sur reste_sur_ma campons ne_reviendrons ne_reviendrai
    pas_revenir_sur position_reste_inchangee inchangee position_inchangee decision_est_prise est_definitive
    definitive definitif irrevocable sans_appel nous_en_resterons en_rester_la en_resterons restons_en_la
    dossier_clos dossier_est_clos sujet_est_clos affaire_classee considerons_l_affaire considere_l_affaire
    plus_rien_a_dire rien_a_ajouter inutile_d_insister inutile_de_nous inutile_de_me inutile_de_relancer n_insistez
    fin_de_la_discussion ne_repondrons_plus ne_repondrai_plus repondrai_plus reste_sans_suite sans_suite
    not_in_a_position unable_to_accommodate unable_to_assist regret_to regret_that decline_to must_decline
    do_not_intend not_intend our_position my_position stands position_stands position_remains remains_unchanged
    unchanged decision_is_final final_decision final_answer last_word matter_closed matter_is_closed case_closed
    consider_the_matter consider_this_matter no_further_correspondence further_correspondence will_not_be_replying
    won_t_be_replying will_not_respond not_respond nothing_more_to_say nothing_further nothing_to_add end_of_story
    end_of_discussion full_stop don_t_bother save_your_breath save_your_stamps not_entertain respectfully_disagree
    with_all_due sauf_votre_respect n_entend_pas n_entendons_pas nentendons_pas entend_pas_y considerer_l_echange
    cet_echange_comme comme_clos saurait_gre saurions_gre mes_regrets nos_regrets laisse_courir laissons_courir
    closed_denied denied not_honour not_honor no_payment_will_be not_entitled has_resolved decision_direction
    cloturee_rejetee cloturee_sans no_further_explanation pas_donner_les_raisons pas_a_vous_en_donner
    clos_sans_suite`,
  "leave-alone": `harcelement harceler harcelez cessez arretez stop_avec fichez_moi foutez_moi foutez_nous
    fichez_nous lachez_moi lachez_nous laissez_moi_tranquille laissez_nous_tranquille laisse_moi_tranquille la_paix
    tranquille vos_relances_incessantes marre ras_le_bol y_en_a_marre assez_de vous_commencez_a saoulez soulez
    gonflez gavez emmerdez pompez me_fatiguez me_fatigue fatiguer insistez_pas cinq_minutes harass harassing
    harassment hounding badgering pestering pester bothering bugging nagging leave_me_alone leave_us_alone
    stop_harassing stop_chasing stop_hassling stop_bothering stop_pestering get_off_my get_off_our off_my_back
    off_our_backs get_lost go_away had_enough fed_up sick_of sick_and_tired tired_of enough_is_enough back_off
    piss_off bugger_off sod_off do_one lose_my_number lose_this_number te_brosser vous_brosser aller_au_diable
    allez_au_diable au_diable bon_vent bon_debarras take_a_hike hop_it on_your_bike se_faire_voir vous_faire_voir
    te_faire_voir vous_faire_cuire cuire_un_oeuf rayez_moi rayez_nous good_riddance we_re_done we_are_done`,
  insult: `voleur voleurs voleuse escroc escrocs escroquerie arnaque arnaqueur arnaqueurs arnaquer bandits truands
    charlatan charlatans incompetent incompetents incompetence amateur amateurs amateurisme guignols guignol rigolos
    branquignols clowns minables honteux honteuse scandaleux scandaleuse inadmissible inacceptable lamentable
    pitoyable ridicule ridicules foutage foutez_de culot gonfles vous_etes_gonfles toupet cons connard connards
    cretins imbeciles merde merdique merdes bordel putain enfoires salauds pourris raclures vautours rapaces
    sangsues requins thief thieves crook crooks crooked scam scammers scammer con_artists rip_off ripoff cowboys
    cowboy clown jokers joker muppets muppet idiots idiot morons useless shambles pathetic disgraceful disgrace
    disgusting ridiculous outrageous appalling shocking a_joke taking_the_piss piss bloody fucking fuck shit
    bullshit crap bollocks bastards vultures sharks leeches cheek nerve greedy shame_on damn`,
  mockery: `lol mdr ptdr haha ahah hahaha bonne_blague vous_plaisantez vous_rigolez tu_rigoles c_est_une_blague
    une_blague plaisanterie me_fais_rire faites_rire bien_rigole bon_courage bonne_chance bonjour_chez
    vous_souhaite_bien good_luck best_of_luck nice_try very_funny you_must_be_joking must_be_joking having_a_laugh
    are_you_kidding kidding jog_on whatever yeah_right made_me_laugh do_me_a pull_the_other jokes how_original
    bla_bla blah chanson refrain sermon spare_me a_poubelle la_poubelle poubelle bin shredder straight_in_the_bin
    classement_vertical papier_toilette cheminee allumer_le_feu allume_feu fire_lighter frame_it framed_it wallpaper
    my_collection ma_collection tres_drole vous_avez_de_l_humour`,
  indifference: `m_en_fiche m_en_fous s_en_fout s_en_fiche m_en_moque m_en_tape m_est_egal me_la_coule
    rien_a_faire_de rien_a_foutre rien_a_cirer on_verra verra_bien quand_je_voudrai quand_j_en_aurai quand_ca_me
    quand_on_voudra quand_on_pourra quand_je_pourrai quand_ca_ira si_j_ai_envie n_en_ai_rien pas_mon_probleme
    pas_mes_oignons votre_probleme pas_notre_probleme vos_problemes vous_attendrez attendrez_comme attendez_votre
    comme_tout_le_monde comme_les_autres faire_la_queue file_comme un_jour_ou_l_autre a_la_saint patience_et
    don_t_care couldn_t_care could_not_care not_my_problem not_our_problem your_problem tough_luck too_bad so_what
    who_cares suit_yourself when_i_feel when_i_m_ready when_we_re_ready when_it_suits in_my_own_time good_and_ready
    get_in_line join_the_queue join_the_club get_in_the_queue like_everyone like_everybody you_ll_wait you_can_wait
    wait_your_turn back_of_the_queue you_ll_get_it_when we_ll_see`,
  "do-your-worst": `faites_ce_que faites_donc faites_comme allez_y ne_vous_genez genez_vous attaquez poursuivez_moi
    poursuivez_nous assignez_moi assignez_nous envoyez_l_huissier envoyez_vos_huissiers envoyez_moi_l_huissier
    envoyez_qui au_tribunal on_se_verra on_se_retrouvera rendez_vous_au_tribunal devant_le_juge devant_les_tribunaux
    vous_attends_de_pied de_pied_ferme meme_pas_peur peur_de_vous n_ai_pas_peur ne_me_fait_pas_peur me_font_pas_peur
    menaces vos_menaces menacer menacez intimidation intimider chantage impressionne_pas impressionnez sue
    take_me_to take_us_to see_you_in see_us_in court_then in_court your_day_in do_your_worst do_what_you do_as_you
    go_ahead_and bring_it be_my_guest feel_free_to threat threats threatening threaten scare scared frighten
    intimidate not_afraid call_your_bluff empty_threats send_the_bailiffs send_your_bailiffs send_the_boys
    send_whoever send_who_you waste_your_time wasting_your wasting_our perdez_votre_temps perte_de_temps
    perdre_votre`,
  threat: `porter_plainte porterai_plainte porterons_plainte deposer_plainte depot_de_plainte plainte plaintes
    saisir_la saisirai saisirons saisir_le signalerai signalement dgccrf repression_des_fraudes mediateur mediation
    defenseur_des poursuivre poursuivrai engager_des engagerons reserve_le_droit reservons_le_droit reservons_tous
    tous_droits_reserves changer_de_fournisseur changerons_de_fournisseur autre_fournisseur allons_voir_ailleurs
    aller_voir_ailleurs concurrent vos_concurrents avis_negatif avis_google reseaux_sociaux mauvaise_publicite
    reputation_en_ligne rompre rupture mettre_fin_a mettons_fin cesser_toute cesserons_toute resilier resilions
    contre_attaque demande_reconventionnelle reconventionnelle counterclaim counter_claim counter_sue press_charges
    complaint complain report_you reporting_you ombudsman trading_standards better_business bbb regulator
    reserve_our_rights reserve_the_right reserving_our reserves_all all_rights_reserved without_prejudice
    take_our_business taking_our_business elsewhere other_suppliers another_supplier competitor competitors
    bad_review one_star online_review social_media name_and_shame countersue legal_advice seek_legal taking_legal
    retaliate`,
  lawyer: `mon_avocat notre_avocat service_contentieux contentieux in_house_counsel advocate advocates
    process_server sheriff sheriffs enforcement_officer`,
  "debt-admitted": `ne_conteste_pas ne_contestons_pas conteste_pas contestons_pas pas_contester rien_a_contester
    reconnais reconnaissons reconnait reconnaissance_de_dette vous_avez_raison tu_as_raison c_est_exact c_est_juste
    c_est_vrai effectivement en_effet a_juste_titre bien_due bien_dues est_bien_due sommes_en_retard suis_en_retard
    avons_du_retard ai_du_retard pas_a_l_heure conscient consciente conscients no_dispute not_disputed
    not_in_dispute do_not_dispute don_t_dispute not_disputing we_do_owe i_do_owe i_know_i_owe we_know_we_owe
    acknowledge_the_debt admit you_re_right you_are_right fair_enough quite_right rightly indeed that_s_correct
    is_correct we_are_late i_am_late i_m_late we_re_late running_late are_aware am_aware well_aware fully_aware
    valid_invoice genuinely_owed legitimate not_denying don_t_deny dette_est_la pas_de_litige aucun_litige
    aucune_contestation`,
  "never-day": `saint_glinglin st_glinglin semaine_des_quatre quatre_jeudis paques_ou trinite a_la_trinite calendes
    poules_auront poules_ont_des quand_les_poules trente_fevrier fevrier_trente jour_ou_les
    dans_une_autre_vie prochaine_vie autre_vie tous_les_trente mort_des_poules les_cochons_voleront jamais_de_la_vie
    au_grand_jamais dans_tes_reves dans_vos_reves pigs_fly pigs_can_fly pigs_might hell_freezes freezes_over
    blue_moon cows_come_home kingdom_come doomsday month_of_sundays twelfth_of never_never this_lifetime next_life
    next_lifetime next_century not_in_this not_in_a_million million_years thirtieth_of_february
    when_donkeys cold_day_in tib_s_eve`,
  distress: `dors_plus dors_pas ne_dors_plus dors_mal nuits_blanches plus_sommeil pleure pleurer en_larmes larmes
    au_bout_du a_bout epuise epuisee epuises desespere desesperee perdu_pied genant honte honteux_de j_ose n_ose
    a_peine_oser mal_a_l_aise embetee embete embetant soucis angoisse angoissee stresse stressee peur_de_tout peine
    triste tristesse la_gorge coeur_lourd cœur_lourd sleepless haven_t_slept not_slept can_t_sleep lying_awake
    crying tears in_tears ashamed shame embarrassed embarrassing hate_to_ask hate_asking hate_having desperate
    despair end_of_my end_of_our exhausted worn_out worried anxious stressed heartbroken heavy_heart sad_to sadly
    humiliating on_my_knees begging beg_you je_vous_en_supplie supplie`,
};
