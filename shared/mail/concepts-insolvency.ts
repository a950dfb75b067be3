import type { ConceptTable } from "./concepts.ts";

/** Courts, and what they open, name and forbid when a debtor can no longer pay; and debtors that simply stop. */
export const CONCEPTS_INSOLVENCY: ConceptTable = {
  court: `procedure_en_cours procedure_judiciaire assigne expertise_judiciaire arbitrage arbitre mise_en_cause
    par_voie_d_huissier ordonnance arret_de_la audience appel_du opposition_a_l prescription prescrit prescrite
    prescrites forclos forclusion summons writ claim_form adjudication adjudicator arbitration mediation_session
    time_barred statute_of_limitations statute_barred limitation_period injunction magistrate court_action
    go_to_court commercial_court le_proces en_refere court_hearing the_hearing en_justice bankruptcy_court
    par_la_justice la_justice`,
  rescue: `sauvegarde procedure_de_sauvegarde plan_de_sauvegarde redressement en_redressement en_rj un_rj le_rj rj
    procedure_collective procedures_collectives plan_de_continuation plan_de_redressement plan_de_cession
    periode_d_observation reorganisation_judiciaire procedure_de_reorganisation prj_ouverte reglement_preventif
    concordat concordataire sursis_concordataire sursis_de_paiement ajournement_de_faillite gestion_controlee
    proposition_concordataire avis_d_intention proposition_de_consommateur in_administration into_administration
    voluntary_administration under_administration company_voluntary cva iva examinership examiner court_protection
    creditor_protection creditors_protection bankruptcy_protection protection_from_creditors ccaa
    companies_creditors bia_proposal notice_of_intention business_rescue judicial_management scheme_of_arrangement
    deed_of_company doca restructuring_plan scarp insolvency_resolution cirp nclt rehabilitation
    debtor_in_possession prepack pre_pack small_company_administrative prevention_des_difficultes chapter_11
    chapter_13 administration_order the_administration went_into_administration chap_11 sous_sa_protection
    sous_protection_du protection_du_tribunal protection_of_the court_s_protection surseance whoa_procedure
    schutzschirm eigenverwaltung preinsolvency pre_insolvenza composition_with_creditors mois_d_observation
    observation_devant`,
  liquidation: `liquidation liquidations en_liquidation en_lj lj mise_en_liquidation faillite en_faillite faillites
    faillie declaree_en_faillite mise_en_faillite aveu_de_faillite banqueroute cloture_pour_insuffisance
    insuffisance_d_actif cession_de_biens bankrupt bankruptcy bankruptcies gone_bankrupt declared_bankrupt
    filed_for_bankruptcy liquidated in_liquidation into_liquidation creditors_voluntary cvl mvl
    compulsory_liquidation wound_up wind_up wound_down winding sequestration sequestrated dissolved dissolution
    dissoute dissous gone_bust went_bust gone_under went_under folded gone_to_the_wall to_the_wall belly_up
    mis_la_cle mettre_la_cle la_cle_sous cle_sous_la depot_de_bilan depose_le_bilan deposer_le_bilan
    depose_notre_bilan depose_bilan deposons_le_bilan chapter_7 chap_7 fallimento fallito faillissement failliet
    konkurs insolvenz insolvenzverfahren insolvenzantrag concurso quiebra insolvencia massaschulden nachlassstundung
    liquidazione`,
  "insolvency-office": `mandataires_judiciaires le_mandataire notre_mandataire mandataire liquidateur liquidateurs
    liquidatrice administrateur_judiciaire administrateurs_judiciaires administratrice_judiciaire l_administrateur
    curateur curatrice curateurs curatelle juge_commissaire juge_consulaire syndic_de_faillite syndic_autorise
    le_syndic_de representant_des_creanciers controleur_judiciaire commissaire_au_sursis commissaire_au_plan
    office_des_faillites office_des_poursuites administration_speciale_de_la_faillite surintendant_des_faillites
    praticien_de_la liquidator liquidators joint_liquidators receiver receivers receivership official_receiver
    administrators joint_administrators trustee_in_bankruptcy licensed_insolvency insolvency_practitioner
    insolvency_practitioners insolvency_service ip_appointed resolution_professional rescue_practitioner
    judicial_manager monitor_appointed us_trustee claims_agent appointed_by_the_court nomme_par_le_tribunal
    designe_par_le_tribunal proposal_trustee the_trustee appointed_trustee the_administrator administrator_appointed
    insolvenzverwalter insolvenzverwalterin insolvency_administrator administrador_concursal curatore bewindvoerder
    sachwalter konkursamt konkursverwalter selarl_en_qualite m_a_designe m_a_designee nous_a_designes a_designe
    appointed_receiver appointed_liquidator appointed_administrator appointed_as`,
  "file-claim": `declarer_votre_creance declarer_vos_creances declarez_votre declaration_de_creance
    declarations_de_creance declaration_de_creances declarer_aupres declarer_sa_creance declarez_aupres
    produire_votre_creance production_de_creance produire_vos regsol introduire_une_declaration introduire_votre
    deposer_votre_creance deux_mois_pour_declarer publication_au_bodacc bodacc fosc feuille_officielle
    moniteur_belge journal_officiel_de releve_de_forclusion etat_des_creances verification_des_creances
    verification_du_passif passif creancier creanciers chirographaire chirographaires privilegie privilegies
    dividende_de_la dividende_aux proof_of_debt proof_of_claim proofs_of_debt file_a_claim file_your_claim
    lodge_a_claim lodge_your_claim submit_a_claim submit_your_claim claim_with_the_liquidator register_your_claim
    claims_bar_date bar_date creditor creditors unsecured meeting_of_creditors body_of_creditors pool_of_creditors
    pence_in_the cents_on_the dividend statement_of_affairs london_gazette the_gazette gazette preuve_de_reclamation
    reclamation_au_syndic`,
  standstill: `creance_anterieure creances_anterieures creances_nees dettes_anterieures anterieures_au
    anterieure_au anterieures_a anterieure_a anterieur_au factures_anterieures gel_du_passif gel_des_creances
    gel_des_dettes passif_gele interdiction_de_payer interdit_de_payer interdiction_legale arret_des_poursuites
    suspension_des_poursuites suspension_des_paiements poursuites_individuelles ne_pouvons_legalement
    legalement_interdit l_article_l_six jugement_d_ouverture jugement_du_tribunal_de ouverture_de_la_procedure
    date_du_jugement anterieurement posterieures suspension_provisoire pre_petition prepetition pre_appointment
    pre_filing prior_to_the_filing prior_to_administration prior_to_our_appointment before_the_appointment
    before_our_appointment moratorium automatic_stay stay_of_proceedings statutory_moratorium legally_prevented
    legally_prohibited prohibited_from_paying not_permitted_to_pay no_authority_to_pay date_of_appointment
    historic_debt historic_debts old_debts old_company ancienne_societe new_company newco phoenix`,
  insolvent: `cessation_des_paiements cessation_de_paiement etat_de_cessation ebranlement_du_credit insolvabilite
    insolvent insolvency insolvability unable_to_pay_its unable_to_pay_our_debts debts_as_they unable_to_meet_our
    unable_to_meet_its ceased_payments mandat_ad_hoc mandataire_ad_hoc conciliation conciliateur
    procedure_de_conciliation procedure_amiable surendettement commission_de_surendettement
    dossier_de_surendettement dossier_banque_de_france banque_de_france surendette reglement_collectif_de_dettes
    mediateur_de_dettes mediation_de_dettes retablissement_personnel codefi ccsf cellule_de_prevention
    petition_filed filed_a_petition presented_a_petition filed_for filing_for placed_into
    entered_into_administration entree_en_procedure placee_en placee_sous place_sous ouverte_par_le_tribunal
    ouverte_a_l_encontre a_l_encontre_de_notre debt_relief dro debt_arrangement debt_management debt_agreement
    debt_review debt_adviser debt_advisor stepchange citizens_advice debt_charity breathing_space_scheme
    over_indebted overindebted over_indebtedness`,
  "ceased-trading": `cesse_son_activite cesse_toute_activite cesse_mon_activite cesse_notre_activite
    cesse_l_activite cesse_activite cessation_d_activite cessation_definitive ferme_definitivement
    fermeture_definitive definitivement_ferme definitivement_fermee arrete_mon_activite arrete_l_activite
    arrete_mon_entreprise arrete_ma_societe mis_fin_a_mon fin_d_activite plus_d_activite sans_activite
    n_a_plus_d_activite societe_n_existe_plus entreprise_n_existe_plus n_existe_plus societe_dissoute radiee radie
    radiation baisse_le_rideau baisser_le_rideau rideau_baisse tire_le_rideau vendu_l_entreprise vendu_la_societe
    vendu_le_fonds vendu_mon_fonds cede_le_fonds cession_du_fonds cession_de_fonds mise_en_sommeil en_sommeil
    ceased_trading ceased_to_trade cease_trading no_longer_trading no_longer_trades no_longer_exists
    no_longer_in_business not_trading stopped_trading out_of_business went_out_of gone_out_of closed_down
    closing_down shut_up shut_our_doors closed_our_doors closed_its_doors closing_our_doors shut_the_doors shut_shop
    closed_for_good shut_for_good struck_off strike_off deregistered dormant sold_the_business sold_the_company
    sold_up business_was_sold pulled_the_plug called_it_a_day hung_up_my rendu_les_cles rendu_les_clefs
    remis_les_cles remis_les_clefs handed_back_the_keys handed_the_keys keys_back sous_scelles scelles
    doors_are_locked sur_le_carreau locks_changed boite_a_ferme boutique_a_ferme plus_de_boite`,
};
