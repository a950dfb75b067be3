/** Words that stand in each other's place in the phrases about goods, work and bills, as alternatives of one piece. */

export const GOODS_FR =
  "marchandise|marchandises|commande|commandes|materiel|materiels|materiaux|produit|produits|colis|palette|palettes|carton|cartons|article|articles|piece|pieces|machine|machines|fourniture|fournitures|caisse|caisses|rouleau|rouleaux|livraison|livraisons|benne|bennes|lot|lots|sac|sacs|bidon|bidons|appareil|appareils|equipement|equipements|reliquat|boite|boites|bouteille|bouteilles|fut|futs|mobilier|meuble|meubles|camion|moteur|pompe|bobine|bobines|tuile|tuiles|planche|planches|carrelage|toner|toners|ecran|ecrans|imprimante|conteneur|container|chaise|chaises|table|tables|porte|portes|fenetre|fenetres|lit|lits|tonne|tonnes|exemplaire|exemplaires|flyer|flyers|etiquettes|vis|cable|cables|bois|beton|ciment|granules|repas|plants|cageots|barquettes|solde";
export const GOODS_EN =
  "goods|order|orders|delivery|deliveries|parcel|parcels|pallet|pallets|box|boxes|item|items|shipment|shipments|consignment|materials|material|equipment|parts|part|piece|pieces|machine|machines|unit|units|crate|crates|roll|rolls|load|loads|drum|drums|keg|kegs|bag|bags|case|cases|carton|cartons|product|products|stock|kit|kits|tools|chairs|tables|desks|doors|panels|cable|cables|boards|timber|steel|pump|motor|truck|lorry|container|bottles|gear|stuff|furniture|rest|balance|brochures|leaflets|signs|tiles|bricks|sheets|sets";
export const WORK_FR =
  "prestation|prestations|intervention|interventions|travaux|formation|formations|mission|chantier|depannage|nettoyage|pose|montage|installation|entretien|maintenance|visite|reparation|reparations|audit|seance|seances|cours|passage|passages|reglage|mise|transport|course|location|tonte|elagage|traduction|site|logiciel|service|contrat|job|boulot|travail";
export const WORK_EN =
  "work|works|job|service|services|training|installation|repair|repairs|project|session|sessions|visit|course|workshop|cleaning|maintenance|fitting|inspection|survey|website|site|app|system|contract|phase|milestone|commissioning|servicing|survey";
export const PEOPLE_FR =
  "technicien|techniciens|ouvrier|ouvriers|equipe|equipes|gars|chauffeur|livreur|poseur|poseurs|installateur|formateur|formatrice|monteur|monteurs|plombier|electricien|macon|peintre|peintres|commercial|agent|agents|intervenant|intervenants|depanneur|prestataire|camion|transporteur|type|bonhomme|mec";
export const PEOPLE_EN =
  "engineer|engineers|technician|technicians|fitter|fitters|driver|drivers|lads|crew|team|man|men|guy|guys|trainer|plumber|electrician|installer|installers|cleaner|cleaners|rep|foreman|operative|operatives|contractor|courier|carrier|haulier|truck|lorry|van|people|chap|chaps|bloke|fella";
export const BILL_FR =
  "facture|factures|relance|celle|fact|document|piece|pieces|papier|note|decompte|situation|memoire|bordereau";
export const BILL_EN =
  "invoice|invoices|inv|bill|bills|it|this|that|one|document|docs|statement|charge|line";
export const SALES_FR =
  "commercial|commerciale|representant|vendeur|vendeuse|delegue|agent|technico|collegue|patron";
export const SALES_EN =
  "rep|reps|salesman|salesperson|sales|salesgirl|agent|man|colleague|boss|guy";
export const BROKEN_FR =
  "defectueux|defectueuse|defectueuses|abime|abimes|abimee|abimees|casse|casses|cassee|cassees|raye|rayes|rayee|rayees|endommage|endommages|endommagee|endommagees|deforme|deformes|deformee|deformees|perime|perimes|perimee|perimees|moisi|moisis|moisie|moisies|fissure|fissures|fissuree|fissurees|rouille|rouilles|rouillee|tordu|tordus|tordue|tordues|dechire|dechires|dechiree|dechirees|brise|brises|brisee|brisees|felee|feles|fele|ebreche|ebreches|ebrechee|ebrechees|voile|voilee|tache|taches|tachee|tachees|mouille|mouilles|mouillee|mouillees|decolle|decolles|decollee|decollees|gondole|gondolee|gondolees|avarie|avariee|avaries|avariees|pourri|pourris|pourries|ecrase|ecrases|ecrasees|foutu|foutue|foutus|invendable|invendables|inutilisable|inutilisables|impropre|impropres|inexploitable|illisible|illisibles|bancal|bancale|delave|delavee|brule|brulee|pete|petee|petes|pourrave|nase|hs|noircis|ecaille|ecaillee|cloque|cloques|mitee|troue|trouee|troues";
export const BROKEN_EN =
  "broken|damaged|faulty|defective|dented|cracked|scratched|smashed|crushed|bent|torn|warped|rusted|rusty|chipped|shattered|soaked|mouldy|moldy|rotten|spoiled|spoilt|expired|contaminated|unusable|unsaleable|unsellable|botched|shoddy|substandard|misprinted|smudged|faded|leaking|leaky|bruised|stained|mangled|buckled|snapped|split|blistered|knackered|wonky|burnt|corroded|kaput|kaputt|busted|melted|thawed|curdled|swollen";
