import type { ConceptTable } from "./concepts.ts";

/** Who speaks, of when, how firmly: what turns the same verb into a promise, a payment, a refusal or a question. */
export const CONCEPTS_GRAMMAR: ConceptTable = {
  future: `*erai *erons *eront *irai *irons *iront *drai *drons *dront *vrai *vrons *vront *lera *rera *tera *sera *fera
    *vera *nera *dera *gera *cera *pera *mera *quera *ira *dra *vra *rra *erez *irez *drez *vrez *rrez *urai *urons *aura
    *auront sera seront serai serons serez fera feront ferai ferons aura auront aurai aurons ira iront va vont vais allons
    will ll shall gonna going_to about_to due_to set_to won`,
  conditional: `*erais *erait *erions *eriez *eraient *irait *irais *drait *drais *vrait *vrais *rrait *rrais *urait
    *drions *vrions serait seraient serais would could should might d`,
  perfect: `ai avons avez ont a_ete as ete have has had ve been was were etait etaient avait avais avions did done est_parti
    sont_partis est_fait c_est_fait`,
  "just-done": `viens_de venons_de vient_de viennent_de just tout_juste a_l_instant already deja bien_ete aussitot`,
  present: `est sont suis sommes is are am s re fait faisons fais`,
  infinitive: `*yer *gler *rser *irer *tuer *voir to_be pour`,
  must: `dois devons doit doivent devez faut faudra must need needs have_to has_to had_to ought devra devrez`,
  can: `peux pouvons peut peuvent pourrons pourrai can able possible pouvoir puisse puissions`,
  cannot: `cannot can_t can_not cant unable ne_peux ne_peut ne_pouvons ne_pouvez impossible incapable peux_pas peut_pas
    pouvons_pas couldn pourrai_pas pourrons_pas`,
  want: `veux voulons veut souhaite* voudrais voudrions aimerai* want wants wish like_to souhait* desire* prefer*`,
  not: `ne n pas jamais aucun aucune rien not never no nothing none t isn hasn haven wasn don doesn didn aint nobody personne
    sans without ni neither nor plus_rien`,
  until: `tant_que aussi_longtemps until till unless jusqu a_moins sans_quoi otherwise faute_de provided pourvu`,
  when: `quand lorsque des_que une_fois aussitot_que when once as_soon soon_as after apres after_that upon whenever des_lors
    le_temps the_moment the_minute the_day the_second sitot`,
  if: `si s_il if in_case au_cas unless sous_reserve provided assuming subject_to condition*`,
  because: `car parce puisque because since vu_que etant_donne comme_vous due_to suite_a a_cause owing`,
  but: `mais but however toutefois cependant pourtant sauf except although though neanmoins yet hormis`,
  before: `avant before by d_ici ahead_of no_later at_the_latest au_plus_tard sous within`,
  still: `encore toujours still yet toujours_pas pas_encore encore_pas not_yet`,
  again: `de_nouveau again encore_une_fois once_more re reiter* rappel* remind* deja_dit as_i_said comme_je twice`,
  me: `je j moi i me my mine myself mon ma mes m`,
  us: `nous on notre nos we us our ours chez_nous de_notre_cote on_our_side`,
  you: `vous votre vos tu te toi ton ta tes you your yours u`,
  they: `il elle ils elles ils leur leurs lui he she they them his her their him`,
  who: `qui who whom whose whoever`,
  what: `quoi quel quelle quels quelles que_represente what which lequel laquelle de_quoi a_quoi ce_que keskes kesako`,
  where: `ou_est ou_en where ou_sont ou_ca`,
  why: `pourquoi why how_come comment_se_fait how_is_it`,
  how: `comment how combien`,
  please: `svp stp merci_de please pls plz s_il_vous pouvez_vous pourriez_vous pourriez could_you can_you would_you veuillez
    kindly priere be_so peux_tu pourrais_tu auriez_vous avez_vous do_you have_you as_tu`,
  thanks: `merci thanks thank thx cheers mercis remerci* grateful`,
  sorry: `desole* pardon excus* navre* sorry apolog* confus* mea_culpa regret* my_bad oops oups`,
  greeting: `bonjour bonsoir hello hi hey dear cher chere salut madame monsieur coucou bjr slt morning afternoon`,
  soon: `bientot rapidement prochainement soon shortly vite asap au_plus_vite quickly prompt* incessamment sous_peu
    dans_les_meilleurs des_que_possible`,
  today: `aujourd ce_jour ce_matin ce_soir cet_apres today this_morning tonight this_afternoon now maintenant auj jour_meme`,
  tomorrow: `demain tomorrow apres_demain lendemain tmrw tmr`,
  yesterday: `hier yesterday avant_hier la_semaine_derniere last_week le_mois_dernier last_month dernier derniere last
    passe passee ago il_y_a`,
  weekday: `lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri`,
  month: `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april
    june july august september october november december`,
  week: `semaine* week* quinzaine huitaine fortnight`,
  end: `fin end eom eow terme`,
  all: `tout toute tous toutes ensemble totalite integralite all whole entire full both les_deux everything`,
  part: `partie part partiel* partial* moitie half tiers third acompte* deposit reste rest remainder balance solde`,
  each: `chaque each every par_mois per_month a_month monthly mensuel* weekly par_semaine`,
  nothing: `rien nothing zero nada que_dalle zilch`,
  certain: `promis promise* garanti* assure* sur certain* definite* guaranteed surely absolutely parole word_of swear jure*
    count_on comptez_sur sans_faute without_fail`,
  uncertain: `peut_etre maybe perhaps probably probablement sans_doute normalement en_principe should_be i_think je_pense
    je_crois je_suppose espere* hope* hopefully j_espere try essai* tenter* likely presum*`,
  quote: `selon according d_apres as_per conformement comme_convenu as_agreed par_rapport`,
};
