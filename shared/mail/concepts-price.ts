import type { ConceptTable } from "./concepts.ts";

/** Prices and quantities, orders and contracts, credits and set-off, and the words of a dispute. */
export const CONCEPTS_PRICE: ConceptTable = {
  price: `prix tarif tarifs tarification tarifaire* cout couts montant montants price prices priced pricing rate rates
    cost costs charged charging chiffre_convenu tariff* fee_agreed unit_price pu puht honoraires forfaits flat_fee
    flat_rate fixed_price lump_sum taux_applique amount amounts`,
  quotation: `devis devi quote quotes quoted quotation* estimate estimates estimated_at soumission
    proposition_commerciale propal propale offre_de_prix votre_offre votre_proposition your_offer your_proposal
    proposal proposals chiffrage chiffre_a cotation_n pro_forma_signe bordereau_de_prix bordereau_des_prix bpu dqe bid
    your_bid tendered written_quote order_confirmation accuse_de_commande ar_de_commande arc confirmation_de_commande`,
  "agreed-price": `prix_convenu prix_convenus tarif_convenu montant_convenu prix_negocie prix_negocies tarif_negocie
    conditions_negociees conditions_convenues prix_fixe prix_contractuel tarif_contractuel prix_du_devis prix_annonce
    prix_promis prix_valide conditions_annoncees convenu convenus convenue convenues negocie negocies negociee
    s_etait_mis_d_accord etait_d_accord d_accord_sur on_avait_dit on_s_etait_dit topez tope_la entendu_avec
    vu_avec_votre_commercial accord_verbal accord_commercial accord_cadre agreed price_agreed rate_agreed we_agreed
    was_agreed were_agreed had_agreed shook_hands shook_on handshake verbal_agreement negotiated contract_price
    contract_rate* contracted_rate price_we_had price_you_gave price_you_quoted you_quoted you_told_us was_quoted
    were_quoted locked_in fixed_for prix_bloque prix_ferme tarif_bloque tarif_preferentiel preferential_rate disait
    all_included all_in_price tout_compris c_etait_convenu topee tape_dans_la_main ecrit_noir_sur in_black_and
    devant_temoin`,
  "too-high": `trop_cher trop_chere trop_eleve* trop_haut plus_cher plus_chers plus_eleve* surfactur* sur_facturation
    trop_percu trop_facture* facture_en_trop en_trop de_trop trop_compte* excessif* excessive* exorbit* abusif*
    abusive* exagere* gonfle* salee sale_la_note coup_de_fusil prohibiti* demesure* disproportion* pas_le_prix
    pas_le_bon_prix pas_le_bon_montant pas_le_bon_tarif pas_les_bons_prix mauvais_prix mauvais_tarif mauvais_montant
    prix_errone* prix_faux tarif_errone montant_errone montant_faux pas_le_tarif erreur_de_prix erreur_de_tarif
    erreur_de_montant erreur_sur_le_prix erreur_sur_le_montant overcharg* over_charged overbill* over_billed
    overinvoic* overpriced over_priced too_much too_high too_expensive higher_than more_than_agreed more_than_quoted
    more_than_the above_the_quote above_quote over_the_quote over_quote over_budget hors_budget steep rip_off
    ripped_off arnaque daylight_robbery extortion* inflated exceeds exceed exceeding excess depasse depassement_de
    superieur* wrong_price wrong_rate wrong_amount wrong_total incorrect_price incorrect_rate incorrect_amount
    pricing_error price_error price_difference price_discrepancy ecart_de_prix difference_de_prix difference_de_tarif
    double_the_price twice_the_price le_double_du triple_the un_bras flambe flambee dearer`,
  "price-rise": `augmentation* augmente augmentes augmentee hausse hausses revalorisation revision_de_prix
    revision_des_prix revision_tarifaire indexation indexe indexee indice indices index formule_de_revision
    clause_de_revision syntec icc inflation nouveaux_tarifs nouveau_prix nouveaux_prix changement_de_prix
    changement_de_tarif ancien_prix ancien_tarif anciens_tarifs increase increased increases price_rise*
    price_increase* price_change* rate_increase* uplift uplifted new_prices new_rates new_price old_price old_prices
    old_rate last_year_s cpi rpi escalat* went_up gone_up put_up prices_up without_notice sans_preavis sans_prevenir
    unilateral* jamais_prevenu*_de not_notified pas_ete_informe* pas_avertis applied_before preavis_de`,
  surcharge: `supplement* surcharge* majoration* majore* port_en_sus frais surcout* plus_value plus_values option
    options hors_devis taxe_gasoil gasoil carburant fuel energy_surcharge eco_participation ecotaxe eco_contribution
    deee consigne consignes participation_aux emballage_perdu minimum_de_facturation minimum_de_commande extra extras
    additional_charge* additional_cost* added_charge hidden_charge* hidden_fee* admin_fee* handling booking_fee fee
    fees delivery_charge* delivery_cost* shipping_cost* shipping_charge* carriage postage small_order
    minimum_order_charge call_out_charge variation variations change_order travaux_supplementaires ts avenant avenants
    ajout ajoute ajoutee rajout* add_on add_ons added_on dayworks weekend_rate cancellation_fee`,
  discount: `remises rabais ristourne* escompte* reduc promo promos code_promo bon_de_reduction rfa prix_promo
    tarif_promo prix_remise palier_de_remise franco port_offert offert offerte offerts gratuit gratuits gratuite
    gratuitement gracieu* cadeau_commercial discount* rebate* reduction* price_reduction volume_rebate loyalty
    prompt_payment_discount early_payment promotional voucher vouchers free_of_charge foc for_free free_delivery
    no_charge complimentary waived waive knocked_off knock_off money_off off_the_price percent_off off_the_bill
    deduit_la_remise oublie_la_remise bons_d_achat fidelite la_remise_de remise_commerciale une_remise notre_remise
    votre_remise remise_accordee remise_prevue remise_habituelle remise_convenue remise_promise remise_annoncee
    remise_sur remise_volume remise_fidelite remise_exceptionnelle remise_n_a`,
  "tax-amount": `tva vat ht ttc hors_taxe hors_taxes toutes_taxes taux_de_tva taux_reduit taux_normal autoliquid*
    auto_liquidation reverse_charge exoner* exempt exempte exemption franchise_de_tva franchise_en_base non_assujetti*
    intracommunautaire* intra_community sales_tax gst hst pst qst tps tvq tax taxes taxable taxe zero_rated excl_vat
    incl_vat ex_vat plus_vat net_of_vat withholding_tax retenue_a_la_source precompte attestation_de_tva
    attestation_simplifiee`,
  rounding: `arrondi arrondis arrondie arrondir arrondissement_de_la centime centimes cts difference_de_quelques
    ecart_d_un difference_d_un rounding rounded round_up round_down round_figure cents penny pennies pence few_pence
    few_cents small_difference difference_minime ecart_minime negligeable negligible trivial_amount bank_charges
    frais_bancaires frais_de_virement frais_swift transfer_charges wire_fee exchange_rate taux_de_change fx_difference
    difference_of ecart_de`,
  quantity: `quantite quantites qte qtes qty quantity quantities nombre_de nombre_d number_of nb_de m2 m3 metrage
    metre metres metrages cubage volume volumes surface unites unite exemplaire* copies_of comptage comptages
    recompte* counted count counts recount recounted headcount seats licences_utilisees inventaire* inventory
    stocktake tally square_metre* square_meter* square_feet linear cubic douzaine* dozen dozens pair pairs paire
    paires per_unit facture_pour billed_for invoiced_for charged_for wrong_quantity mauvaise_quantite
    erreur_de_quantite ecart_de_quantite sur_la_quantite sur_les_quantites wrong_number nombre_errone billed_quantity
    over_supplied over_delivered oversupply surlivraison surplus surnombre trop_livre* j_en_compte j_en_ai_compte
    en_ai_compte en_avons_compte on_en_a_compte avons_compte ai_compte en_ai_pointe en_avons_pointe compte_et_recompte
    i_counted we_counted i_make_it we_make_it mesure_faite measured re_measured deballe deballes unpacked`,
  "instead-of": `au_lieu_de au_lieu_d au_lieu_des au_lieu_du et_non et_pas plutot_que contre_une contre_un alors_que
    alors_qu tandis_que la_ou ne_sont_que n_etait_que n_etaient_que n_avons_eu_que n_a_eu_que instead rather_than
    and_not but_not versus vs whereas when_in_fact a_place_de en_lieu_et supposed_to were_supposed was_supposed
    should_have_been should_be aurait_du auraient_du devrait_etre devait_etre devaient_etre pas_plus_de no_more_than`,
  mismatch: `ne_correspond ne_correspondent correspond_pas correspondent_pas ne_colle colle_pas collent_pas
    ne_concorde concorde_pas concordent_pas tombe_pas_juste ne_tombe_pas pas_les_memes pas_le_meme pas_la_meme
    different* difference differences differe differs differ ecart ecarts incoher* divergence* divergent* discordan*
    decalage_entre discrepan* mismatch* variance* inconsisten* doesn_t_match don_t_match does_not_match do_not_match
    didn_t_match not_matching doesn_t_tally don_t_tally does_not_tally doesn_t_agree does_not_agree doesn_t_correspond
    does_not_correspond does_not_reconcile doesn_t_reconcile doesn_t_add don_t_add does_not_add doesn_t_square
    not_the_same not_match unmatched three_way_match match_failed fails_matching failed_matching
    rapprochement_impossible cherchez_l_erreur y_a_un_truc quelque_chose_cloche cloche something_off not_adding out_by
    is_out_by on_est_loin a_l_arrivee c_est_louche`,
  weight: `poids kilo kilos kg tonne tonnes tonnage weight weights weigh weighed weighing pese pesee pesees pesage
    bascule pont_bascule weighbridge tare net_weight gross_weight tons pounds_of lbs ounces gramme grammes gram grams
    balance_de_pesee scales litrage density densite humidite_du_grain`,
  "double-billing": `deja_facture* deja_ete_facture* doublon* double_factur* facturation_double double_emploi
    facture_en_double facturee_en_double en_double en_doublon facture_deux_fois facturee_deux_fois facturees_deux_fois
    deux_fois deux_factures_pour meme_facture meme_prestation meme_objet fait_doublon font_doublon refacturee_a
    compte_deux comptee_deux deja_sur_la_facture deja_inclus* deja_compris* compris_dans comprise_dans inclus_dans
    incluse_dans faisait_deja faisaient_deja deja_reglee_sous deja_paye_sur duplicate_invoice* duplicate_billing
    duplicate_of duplicated duplicate_charge double_bill* double_invoic* double_charg* double_count* billed_twice
    invoiced_twice charged_twice charged_us_twice billed_us_twice invoiced_us_twice twice_for already_invoiced
    already_billed already_charged already_been_invoiced already_been_billed already_included already_covered
    included_in_the part_of_the_first same_invoice same_job same_work same_delivery same_order second_invoice_for
    another_invoice_for two_invoices_for same_thing_twice already_on_invoice rebilled appeared_twice
    deuxieme_facture_pour seconde_facture_pour repetee identique identiques identical meme_bon memes_numeros
    memes_references same_number same_numbers same_reference same_goods same_amount_twice is_a_double it_s_a_double
    jumelle jumelles jumeaux twin twins bis repetita two_papers_for deux_papiers_pour for_the_same pour_la_meme
    pour_le_meme only_one_of_them only_had_one une_seule_livraison one_delivery`,
  "billing-error": `erreur erreurs errone erronee errones erronees mal_facture* facture_fausse facture_inexacte
    inexact* incorrect* refactur* rectificat* rectifie* corriger corrige corrigee corrigez correctif corrective
    correction* facture_rectificative annule_et_remplace rectify correct_invoice corrected amended amend amending
    revised revise reissue re_issue reissued re_issued new_invoice nouvelle_facture reediter reedition mistake
    mistaken mistakes error errors in_error erroneous wrong wrongly miscalcul* mistakenly billing_error
    invoicing_error billed_wrong invoice_is_wrong invoice_was_wrong invoice_incorrect faux fausse fausses trompes_dans
    vous_etes_trompe vous_vous_etes_trompe plante_dans gourre* cock_up slip_up a_refaire_la_facture libelle_errone`,
  "not-ordered": `jamais_commande* pas_commande* rien_commande non_commande* jamais_passe_commande jamais_passe_de
    pas_passe_commande aucune_commande pas_de_commande_de jamais_demande* rien_demande pas_demande* non_demande*
    pas_sollicite* jamais_sollicite* non_sollicite* jamais_souscrit pas_souscrit rien_souscrit jamais_signe rien_signe
    jamais_accepte* pas_accepte* jamais_valide* pas_donne_notre_accord jamais_donne_notre jamais_donne_mon
    pas_donne_mon sans_notre_accord sans_mon_accord sans_accord_prealable jamais_fait_appel pas_fait_appel
    jamais_travaille avec_vous connaissons_pas_votre connais_pas_votre ne_vous_connais* jamais_eu_affaire
    pas_trace_d_une aucune_trace_de_commande aucune_trace_d_une jamais_entendu_parler qui_a_commande
    qui_aurait_commande commande_par_qui non_autorise* never_ordered not_ordered didn_t_order did_not_order
    haven_t_ordered nobody_ordered no_one_ordered unordered unsolicited never_requested not_requested didn_t_request
    did_not_request never_asked didn_t_ask did_not_ask not_asked never_signed didn_t_sign_up never_subscribed
    didn_t_subscribe never_agreed_to did_not_agree_to didn_t_agree_to never_approved never_authorised never_authorized
    not_authorised not_authorized unauthorised unauthorized never_commissioned never_placed no_order_placed
    no_record_of_an no_record_of_any no_record_of_ordering no_such_order who_ordered who_placed never_heard_of
    never_dealt don_t_know_your never_used_your never_engaged never_contracted no_agreement_with aucun_contrat
    pas_de_contrat no_contract forced_sale vente_forcee nobody_asked no_one_asked personne_n_a_demande
    personne_n_avait personne_ne_lui_avait aucun_bon no_order_from signed_up_for i_said_no we_said_no avait_dit_non
    avions_dit_non ai_dit_non avons_dit_non refuse_l_offre declined_the_offer none_of_us_signed personne_ici
    personne_chez_nous nobody_here no_one_here`,
  order: `commande commandes commander commandee commandees commandions bon_de_commande bons_de_commande bdc
    bon_commande orders ordered ordering purchase purchases purchased achat achats achete achetes acheteur* buyer*
    procurement service_achat service_achats purchasing appel_de_livraison call_off blanket_order sales_order
    confirmed_order marche_signe ordre_de_service os_n our_order your_order the_order an_order this_order order_was
    order_for original_order order_we first_order second_order of_order`,
  "purchase-order": `po pos p_o purchase_order purchase_orders order_number order_no order_ref order_reference
    numero_de_commande numeros_de_commande n_de_commande no_de_commande n_commande num_commande num_de_commande
    reference_de_commande reference_commande ref_commande reference_client ref_client votre_reference notre_reference
    numero_de_bon n_de_bon no_po without_a_po without_po without_purchase sans_po sans_bon sans_commande
    sans_numero_de valid_po valid_purchase_order raise_a_po raise_po requisition* demande_d_achat da_n
    engagement_de_depense bca`,
  "missing-mention": `mention mentions n_apparait apparait_pas ne_figure figure_pas ne_comporte comporte_pas
    ne_mentionne mentionne_pas manque_le_numero manque_la_reference manque_le_bon il_manque_le_numero
    il_manque_la_reference sans_reference sans_references absence_de_reference absence_de_numero reference_manquante
    numero_manquant reference_absente rejet rejets rejete rejetee rejetees rejetes rejeter irrecevab* non_recevable
    refusee_par_le retournee_pour renvoyee_au_fournisseur facture_non_conforme invoice_rejected rejected rejection
    rejects bounced_back_by_the not_quoted not_quoting does_not_quote doesn_t_quote must_quote please_quote
    without_quoting without_reference without_a_reference no_reference missing_reference missing_po no_po_number
    not_show doesn_t_show does_not_show doesn_t_state does_not_state not_stated not_mention doesn_t_mention
    does_not_mention cannot_process can_t_process unable_to_process can_t_be_processed cannot_be_processed
    ne_peut_etre_traitee ne_pouvons_traiter pas_traitable traitable libelle_complet denomination_sociale
    raison_sociale_exacte`,
  "no-authority": `budget_holder line_manager cost_centre_manager personne_habilitee pas_habilite*
    pouvoir_de_signature delegation_de_signature donneur_d_ordre ordonne_par passe_par_qui commande_par demandeur
    requester requestor requisitioner`,
  cancelled: `annule annulee annules annulees annuler annulation* annulons annulez cancel* resilie resiliee resilies
    resilier resiliation* resilions terminat* rescind* rescission revoqu* denonce* denonciation decommande* retract*
    desiste* renonce* renonciation rompu rupture_du_contrat mis_fin mettre_fin met_fin fin_de_contrat fin_du_contrat
    ended_the end_of_contract contract_ended gave_notice given_notice notice_period preavis notice_to quit opted_out
    backed_out pulled_out called_it_off stopped_the arrete_le_contrat arrete_l_abonnement stoppe_le plus_client
    plus_clients no_longer_a_customer no_longer_customers no_longer_use n_utilisons_plus n_utilise_plus quitte_vos
    left_your lettre_de_resiliation void voided null_and caduc caduque caducs nulle_et_non nul_et`,
  subscription: `abonnement* abonne abonnes subscri* contrat contrats contract contracts contractuel* contractual
    reconduction tacite tacitement reconduit reconduite renouvel* renew renewal* renewed auto_renew*
    automatically_renewed rollover rolled_over licence licences license licenses adhesion* adherent* cotisation*
    membership* member_fee dues_for engagement_de_duree periode_d_engagement minimum_term duree_d_engagement
    forfait_mensuel plan_annual annual_plan yearly_plan monthly_plan redevance* loi_chatel terms_of_contract
    date_anniversaire anniversaire_du_contrat`,
  trial: `essai essais a_l_essai periode_d_essai test_gratuit phase_de_test phase_pilote pilote demo demos
    demonstration* trial trials free_trial on_trial pilot sur_essai sale_or_return depot_vente en_depot on_approval
    en_pret pret_de_materiel loan_unit on_loan evaluation_copy evaluation_period premier_mois_gratuit first_month_free
    sans_engagement no_obligation sans_frais satisfait_ou_rembourse money_back`,
  unsigned: `pas_signe pas_signee pas_signes non_signe non_signee non_signes unsigned not_signed never_been_signed
    without_signature without_a_signature sans_signature pas_de_signature jamais_ete_signe ni_signe_ni no_signature
    nobody_signed_it devis_non_signe contrat_non_signe devis_jamais_signe bon_non_signe not_countersigned
    wasn_t_signed isn_t_signed hasn_t_been_signed signature_contrefaite fausse_signature forged forgery imite*
    falsifi* pas_ma_signature not_my_signature`,
  "wrong-entity": `pas_notre_societe pas_notre_entreprise mauvaise_societe mauvaise_entite mauvais_client
    mauvaise_entreprise autre_societe autre_entite autre_entreprise autre_filiale autre_structure autre_association
    homonyme* homonymie entite entites entity entities legal_entity wrong_entity wrong_company wrong_legal
    wrong_business wrong_customer wrong_account different_company different_entity another_company another_entity
    other_company sister_company sister_companies societe_soeur filiale* subsidiar* affiliate* maison_mere
    parent_company holding groupe_de societe_du_groupe group_company franchise* sci sarl_et siret siren rcs
    company_number registration_number company_house raison_sociale denomination addressed_to_the invoice_addressed
    libellee_au_nom libelle_au_nom au_nom_de a_l_ordre_de made_out_to in_the_name facturer_a_la facturee_a_la bill_to
    billed_to invoice_to should_be_addressed adresser_a_la wrong_name mauvais_nom mauvaise_raison similar_name
    same_name meme_nom porte_le_meme not_the_same_company pas_la_meme_societe confondez confusion confuse_us
    confusing_us mixing_us_up a_titre_personnel`,
  "sold-company": `cede cedee cedes cession_de cession_du cession_d vendu vendue vendus vente_du_fonds
    vente_de_la_societe vente_de_l fonds_de_commerce repreneur* repris_par reprise_par repris_l_activite
    reprise_de_l_activite rachete* rachat_de rachat_par ancien_proprietaire nouveau_proprietaire
    nouveaux_proprietaires ancien_gerant ancien_exploitant nouvel_exploitant nouveau_gerant change_de_proprietaire
    passe_la_main fusion* absorb* apport_partiel scission transmission_universelle tup scindee successeur* sold_the
    sold_our was_sold been_sold sold_to sold_up acquired acquisition* took_over taken_over takeover bought_by
    bought_out buyout merged merger* demerg* divest* spun_off new_owner* previous_owner* former_owner* old_owner*
    change_of_ownership changed_hands change_de_mains transfer_of_business tupe asset_sale asset_purchase
    before_completion avant_la_cession avant_le_rachat anterieur_a pre_acquisition location_gerance gerance
    ferme_definitivement closed_down ceased_activity cessation_d_activite`,
  "not-us": `pas_pour_nous pas_pour_moi ne_nous_concerne nous_concerne_pas me_concerne_pas ne_me_concerne
    ne_nous_concernent concerne_pas_notre nous_ne_sommes_pas_concernes pas_concerne* pas_a_nous pas_la_notre
    pas_notre_facture pas_les_notres pas_chez_nous pas_de_notre_ressort pas_notre_dossier pas_notre_client
    rien_a_voir_avec_nous connaissons_pas connais_pas nous_est_inconnu* m_est_inconnu* inconnu_chez
    inconnu_au_bataillon inconnue_chez unknown_to_us unknown_here not_for_us not_ours not_our_invoice not_our_account
    not_our_debt not_mine not_me isn_t_ours isn_t_mine isn_t_for_us doesn_t_concern does_not_concern doesn_t_relate
    does_not_relate nothing_to_do_with don_t_recognise don_t_recognize do_not_recognise do_not_recognize can_t_place
    not_known not_a_customer never_been_a_customer pas_client_chez jamais_ete_client pas_votre_client
    not_your_customer wrong_debtor not_related_to unrelated_to no_account_with pas_de_compte_chez mauvais_destinataire
    erreur_de_destinataire mauvaise_personne mauvaise_adresse_mail mauvaise_boite wrong_recipient wrong_person
    wrong_people wrong_email wrong_inbox wrong_address_book wrong_number sent_to_the_wrong sent_this_to_the_wrong
    sent_in_error sent_by_mistake received_in_error received_by_mistake recu_par_erreur envoye_par_erreur
    adresse_par_erreur message_par_erreur mail_par_erreur en_copie_par par_megarde vous_vous_trompez_de
    vous_faites_erreur trompe_de_destinataire trompe_d_adresse trompe_de_mail trompe_de_personne
    trompez_de_destinataire not_intended_for pas_destine pas_destinee destine_a_quelqu m_est_pas_destine
    erreur_d_envoi erreur_d_aiguillage retirez_moi retirer_mon_adresse remove_me remove_my supprimez_mon take_me_off
    stop_emailing stop_sending private_individual simple_particulier particulier adresse_personnelle personal_address`,
  "credit-note": `un_avoir d_avoir l_avoir avoirs notre_avoir votre_avoir cet_avoir avoir_promis avoir_de avoir_n
    avoir_du avoir_sur avoir_partiel avoir_total avoir_correspondant avoir_pour faire_l_avoir facture_d_avoir
    note_de_credit notes_de_credit nc_de notecredit credit_note* creditnote* credit_memo* credit_invoice* a_credit
    credit_for credited crediter crediteur creditrice solde_crediteur credit_balance account_credit in_credit
    credit_us credit_due credit_owed credit_request credit_promised awaiting_credit awaiting_a_credit pending_credit
    need_a_credit our_credit your_credit the_credit rembourse* refund* reimburs* money_back rma_credit extourne*
    contrepasse* reversal reversed cn cns partial_credit full_credit crn remise_differee ristourne_due`,
  return: `retourne retournee retournes retournees retournons retourner renvoye_la renvoye_le renvoye_les renvoyes_par
    renvoyer_la_marchandise retour_marchandise* retour_de_marchandise* retour_de_la_marchandise retour_produit
    retour_des_produits retour_client bon_de_retour bons_de_retour numero_de_retour retours reprise_marchandise
    repris_la repris_les repris_le reprise_des_produits reprendre_vos reprendre_votre reprenez venir_chercher
    venez_chercher venez_reprendre venez_recuperer recuperer_vos recuperer_votre viendrez_chercher
    enlevement_du_materiel a_enlever tenons_a_votre_disposition a_votre_disposition returned returns return_note
    return_label rma rga sent_back send_back sending_back gone_back going_back went_back took_back take_back
    taken_back collected_by_your collected_from_us uplift_the uplifted_by come_and_collect come_and_get collect_your
    collection_of_the waiting_for_collection awaiting_collection bring_back brought_back pick_it_up picked_back
    ready_for_collection restocking passer_le_reprendre passer_la_reprendre passer_les_reprendre le_reprendre
    la_reprendre les_reprendre have_them_back have_it_back fetch fetched send_someone_for unopened non_ouvert
    pas_ouvert pas_deballe still_in_the_box toujours_dans_son_carton encore_dans_son carton_ferme`,
  "set-off": `compensation_legale compensation_de_creances compensation_des_dettes compenser compense compensons
    compensez par_compensation compensation_entre set_off setoff setting_off set_against offset* off_set net_off
    netted netting net_of_our contra deduire deduit deduite deduction* deduirons deduisons deduct deducted deducting
    defalqu* retranch* soustrai* impute_sur imputer_sur imputation_de against_what_you against_your against_our_claim
    vous_nous_devez nous_nous_devons vous_me_devez vous_devez_encore vous_nous_etes_redevable you_owe_us you_owe_me
    you_still_owe what_you_owe owed_to_us owed_by_you due_to_us creance_sur_vous nos_factures_chez
    nos_propres_factures our_own_invoice* our_invoice_to contre_facture facture_de_vente counterclaim* counter_claim*
    contre_nos net_a_payer a_valoir dettes_croisees creances_reciproques compte_courant_entre solde_de_tout
    knock_it_off take_it_off took_off taken_off on_se_doit we_are_quits quitte_a_quitte quits square_it owed_from_you
    comes_off venir_en_deduction vient_en_deduction viennent_en_deduction en_deduction vient_en_moins en_moins_de
    prendre_sur se_payer_sur balance_out cancel_each_other cancels_out l_un_dans_l_autre`,
  retention: `retenue retenues rg cinq_pour_cent cinq_pourcent retention* retained retainage holdback hold_back
    held_back withheld_under caution_bancaire caution_de_retenue caution_solidaire mainlevee main_levee
    liberation_de_la_retenue liberer_la_retenue liberation_de_la_garantie release_of_retention first_moiety
    second_moiety half_retention fin_de_garantie fin_du_parfait un_an_apres_la_reception annee_de_parfait
    defects_certificate making_good_certificate performance_bond bank_bond solde_de_marche compte_prorata pro_rata
    prorata`,
  penalty: `penalite* penalty penalties late_fee* late_payment_fee* late_charge* late_payment_charge*
    late_payment_interest forfait_de_40 frais_de_recouvrement frais_de_relance frais_de_rappel
    frais_de_mise_en_demeure recovery_cost* collection_fee* reminder_fee* clause_penale penal malus astreinte
    astreintes bonus_malus delay_damages liquidated_damages lds dommages damages_claim consequential prejudice*
    perte_d_exploitation perte_de_chiffre loss_of_business loss_of_earnings loss_of_profit lost_sales manque_a_gagner
    chargeback* charge_back amende* fines fined`,
  guarantee: `garantie garanties decennale biennale guarantee guaranteed guarantees warranty warranties sous_garantie
    hors_garantie under_warranty out_of_warranty assurance assurances assureur* insurance insurer* insured
    declaration_de_sinistre sinistre* franchise_d_assurance policy underwriter* courtier broker loss_adjuster
    responsabilite_civile rc_pro dommage_ouvrage cautionnement caution garant garants guarantor surety bank_guarantee
    letter_of_credit credit_insurer`,
  "time-barred": `prescrit prescrite prescrites prescrits delai_de_prescription est_acquise la_prescription
    prescription forclos forclose forclusion delai_depasse_pour trop_tard_pour_facturer trop_ancien trop_ancienne
    trop_vieux trop_vieille vieille_facture vieilles_factures factures_anciennes facture_ancienne remonte_a datant_de
    exercice_precedent exercices_clos exercice_cloture time_barred timebarred statute_barred statute_of_limitation*
    limitation_period limitation_act out_of_time too_old years_old years_ago too_late_to_claim stale expired_claim
    barred lapsed dates_back dating_back ancient_history de_l_eau_sous hors_de_delai garde_les_archives archives
    archived books_closed comptes_clos books_are_closed`,
  gesture: `geste gestes un_effort petit_effort faire_un_effort dedommage* indemnisation indemnise* compensation
    compensate compensated goodwill gesture good_will arrangement_amiable a_l_amiable settle_for settlement_offer
    full_and_final solde_de_tout_compte transaction transactionnel* transiger accord_transactionnel compromise
    compromis meet_halfway meet_us_halfway halfway couper_la_poire poire_en_deux moitie_moitie fifty_fifty
    split_the_difference middle_ground terrain_d_entente abandon_de_creance remise_gracieuse write_off written_off
    passer_l_eponge faire_une_croix without_prejudice sans_reconnaissance partage_des_torts reduced_amount prix_reduit`,
  "dispute-word": `litige litiges litigieu* conteste contestee contestons contester contestation* contestes
    contentieux en_litige facture_litigieuse desaccord desaccords pas_d_accord sommes_en_desaccord differend* dispute
    disputed disputes disputing disagree disagreed disagreement* do_not_agree don_t_agree not_agree don_t_accept
    do_not_accept not_accept n_acceptons_pas n_accepte_pas challenge challenged challenging contest contested
    contesting query queries queried in_query under_query querying objection* oppose opposition opposons
    formellement_oppose refutons refute* deny denied denies reject_your reject_the reject_this rejetons reprouv*
    in_dispute under_dispute bone_of_contention pomme_de_discorde point_of_contention sujet_qui_fache take_issue
    issue_with probleme_avec souci_avec problem_with blocage blocages point_bloquant we_object i_object object_to
    y_a_un_probleme y_a_un_souci a_problem_with un_probleme_sur une_difficulte coince ca_coince pose_probleme
    probleme_sur`,
  lawyer: `avocat avocats avocate avocates conseil_juridique notre_conseil mon_conseil nos_conseils service_juridique
    direction_juridique juriste* notaire* huissier* commissaire_de_justice commissaires_de_justice bailiff* lawyer*
    solicitor* attorney* counsel barrister* in_house_legal our_legal law_firm maitre cabinet_d_avocats
    protection_juridique juridique juridiques juridiquement legal legally trading_standards dgccrf
    defense_des_consommateurs consumer_protection citizens_advice`,
  court: `tribunal tribunaux courts juge juges judge justice judiciaire_de injonction refere lawsuit* sue sued suing
    poursuites poursuivre poursuivez attaquer_en attaquez proceedings proceeding legal_action legal_proceedings
    action_en_justice voie_judiciaire saisir_le saisirai saisirons ester_en litigat* ccj small_claims county_court
    moneyclaim high_court statutory_demand petition jugement* judgment judgement verdict appel_du_jugement plainte_au
    depose_plainte depot_de_plainte penale prud greffe see_you_in on_se_verra_au the_court court_order in_court
    to_court court_date court_case un_proces au_proces en_proces assignation* assigner assignerons assignes_nous`,
  expert: `expert experts expertise* contre_expertise contradictoire* surveyor* survey_report independent_report
    independent_inspection second_opinion adjudicat* assessor* constat_d_huissier constat_de_commissaire
    bureau_de_controle controleur_technique technical_report rapport_technique diagnostic* diagnosis inspection*
    inspected inspecteur inspector* laboratory_test analyse_independante root_cause cause_de_la_panne
    origine_du_sinistre origine_du_probleme enquete_interne investigat*`,
  mediator: `mediateur* mediatrice* mediation* conciliateur* conciliation* ombuds* mediator* mediate arbitr*
    solution_amiable reglement_amiable resolution_amiable phase_amiable amicable amicably adr dispute_resolution cmap
    round_table`,
  "registered-letter": `recommande recommandee recommandes lrar rar lettre_recommandee courrier_recommande lettre_rar
    accuse_de_reception avec_ar avis_de_reception registered_letter registered_post registered_mail certified_mail
    certified_letter recorded_delivery mise_en_demeure mises_en_demeure mis_en_demeure meise_en_demeure formal_notice
    letter_before_action letter_before_claim notice_before lba formal_letter formal_complaint officiellement
    formellement sommation sommations par_courrier by_post lettre_du notre_courrier_du our_letter mail_du nos_mails
    nos_courriers nos_emails our_emails ecrits`,
  withhold: `retiens retenons retient retenir retenus bloquons blocage_du suspendu suspendue suspendons suspendre
    suspension_du gel gelee gele geles mis_en_attente mise_en_attente en_attente_de stand_by standby consigne_chez
    consignation exception_d_inexecution sequestre escrow withhold withholding withheld hold_payment holding_payment
    on_hold put_on_hold on_stop put_a_stop stopped_payment stop_payment payment_stopped suspend suspended
    frozen_payment freeze rien_ne_sera_paye nothing_will_be_paid no_payment_until no_payment_will aucun_paiement
    aucun_reglement aucun_virement pas_de_paiement_tant pas_de_reglement_tant won_t_be_paying not_be_paying not_paying
    opposition_au rien_ne_sera_regle retenue_sur_la retain_the retaining exception_for_non`,
  "law-article": `code_civil code_de_commerce code_de_la_consommation code_de_la_commande article_1 article_l
    article_r art l_441 l_110 l_218 selon_la_loi la_loi loi_de loi_du legislation droit_commun jurisprudence cassation
    arret_de act_of sale_of_goods consumer_rights late_payment_act late_payment_directive statute statutory by_law
    the_law regulation* reglementation ccag cgv cga conditions_generales terms_and_conditions terms_of_business
    our_terms your_terms t_c clause clauses stipul* aux_termes_du pursuant section_of unfair_terms dtu norme normes
    eurocode bs_en iso en_vertu`,
  liability: `responsab* liable liability liabilities fautif fautive negligen* blame to_blame blaming torts vos_torts
    your_fault own_fault votre_faute manquement* manque_a_vos breach breached breaches in_breach inexecution_de
    obligation obligations devoir_de_conseil defaillance* defaillant* carence* duty_of_care failed_to failure_to
    failure_of defaut_de a_votre_charge a_vos_frais at_your_cost at_your_expense your_expense you_are_responsible
    prise_en_charge_de down_to_you of_your_own_making imputable* not_our_fault pas_notre_faute pas_de_notre_faute
    not_our_problem pas_notre_probleme votre_probleme your_problem cause_par_vous caused_by_your loss_caused
    la_faute_de par_votre_faute faute_professionnelle faute_contractuelle`,
  "nothing-due": `ne_devons_rien devons_rien ne_dois_rien dois_rien doit_rien ne_vous_doit ne_vous_devons ne_vous_dois
    rien_a_payer rien_a_regler rien_a_vous rien_du_tout_a plus_rien_a n_est_pas_due n_est_pas_du pas_due pas_dus
    pas_dues non_due pas_redevable* pas_exigible non_exigible indu indue indus sans_objet sans_fondement infonde*
    injustifie* non_fonde* pas_lieu_de pas_lieu_d_etre owe_nothing owe_you_nothing don_t_owe do_not_owe doesn_t_owe
    not_owe not_owed not_due nothing_due nothing_is_due nothing_to_pay nothing_owed nothing_outstanding no_debt
    not_liable no_liability not_payable no_basis no_grounds unfounded groundless baseless unjustified unwarranted
    no_reason_to_pay no_money_due solde_nul solde_a_zero zero_balance compte_solde a_jour_de_nos up_to_date_with
    all_square quitte_de`,
  "late-fees": `interet_de_retard interets interet_legal late_fee* late_payment_fee* late_charge* late_payment_charge*
    late_payment_interest interest indemnite_forfaitaire indemnites_forfaitaires forfait_de_40 quarante_euros
    frais_de_recouvrement frais_de_relance frais_de_rappel frais_de_mise_en_demeure recovery_cost* collection_fee*
    reminder_fee* compensation_fee clause_penale statutory_interest pas_d_interets`,
  only: `only seulement uniquement juste just qu_un_seul qu_une_seule que_deux que_trois que_quatre que_cinq
    pas_plus_de no_more_than rien_que ne_que merely solely exclusivement simplement un_seul une_seule single`,
  "remove-line": `enlevez enlever enleve retirer retirez retire supprimer supprimez rayer rayez biffer barrer gommer
    effacer effacez oter otez strip remove removed removing delete deleted take_off take_out take_it_out struck
    strike_out cross_out cross_it_off tear_up tear_it_up rip_it_up throw_it_away ditch scrub scratch_that
    annuler_la_ligne annuler_cette_facture cette_ligne this_line that_line one_line the_line_for la_ligne_de
    ligne_de_trop poste_en_trop disparaitre`,
  "document-says": `prevoit prevoient prevoyait stipule stipulait precise_que indique indiquait indiquent disait
    dit_que devis_dit bl_dit contrat_dit marque_dessus ecrit_dessus a_la_page page_2 says said_on states stated
    provides stipulates reads shows showed black_and_white in_writing par_ecrit noir_sur ecrit_noir written_on
    written_down our_records nos_archives nos_registres our_log on_record record_shows according_to_the selon_le_bon
    selon_votre_devis d_apres_le_bon aux_termes_de en_page`,
};
