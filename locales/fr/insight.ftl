# insight
insight-diagnosis = Diagnostic au { $day }, sur { COUNT($cases) ->
    [one] { $cases } affaire
   *[other] { $cases } affaires
}.
insight-none-named = Non renseigné
insight-yield = Rendement : { COUNT($part) ->
    [one] { $part } affaire gagnée
   *[other] { $part } affaires gagnées
} sur { $n } closes, soit { $share } (entre { $low } et { $high }).
insight-yield-insufficient = Rendement : insuffisant ; affaires closes : { $n }, nécessaires : { $needed }.
insight-won-days = Délai des affaires gagnées : la moitié en { $median } jours au plus (entre { $low } et { $high }), un quart en { $q1 }, trois quarts en { $q3 } ; moyenne { $mean } jours, sur { $n } affaires.
insight-won-days-insufficient = Délai des affaires gagnées : insuffisant ; affaires datées : { $n }, nécessaires : { $needed }.
insight-lost-days = Délai des affaires perdues : la moitié en { $median } jours au plus (entre { $low } et { $high }), un quart en { $q1 }, trois quarts en { $q3 } ; moyenne { $mean } jours, sur { $n } affaires.
insight-lost-days-insufficient = Délai des affaires perdues : insuffisant ; affaires datées : { $n }, nécessaires : { $needed }.
insight-age-days = Âge des affaires en cours : la moitié ont { $median } jours au plus (entre { $low } et { $high }), un quart { $q1 }, trois quarts { $q3 } ; moyenne { $mean } jours, sur { $n } affaires.
insight-age-days-insufficient = Âge des affaires en cours : insuffisant ; affaires datées : { $n }, nécessaires : { $needed }.
insight-worth = Valeur : { $won } gagnés en { $deals } affaires, soit { $average } par affaire (entre { $low } et { $high }).
insight-worth-insufficient = Valeur : { $won } gagnés ; trop peu pour une moyenne (affaires : { $deals }, nécessaires : { $needed }).
insight-worth-open = Valeur en cours : { $open } attendus de { COUNT($n) ->
    [one] { $n } affaire
   *[other] { $n } affaires
}.
insight-step-yield = Étape « { $step } » : { COUNT($part) ->
    [one] { $part } affaire sur { $n } l’a franchie
   *[other] { $part } affaires sur { $n } l’ont franchie
}, soit { $share } (entre { $low } et { $high }).
insight-step-yield-insufficient = Étape « { $step } », rendement : insuffisant ; issues connues : { $n }, nécessaires : { $needed }.
insight-step-days = Étape « { $step } » : la moitié y restent { $median } jours au plus (entre { $low } et { $high }), un quart { $q1 }, trois quarts { $q3 } ; moyenne { $mean } jours, sur { $n } séjours.
insight-step-days-insufficient = Étape « { $step } », délai : insuffisant ; séjours achevés : { $n }, nécessaires : { $needed }.
insight-step-back = Étape « { $step } », retours vers une étape précédente : { $back }.
insight-missing-stage-history = Rendement et délai par étape non mesurés : la source ne garde pas l’historique des étapes (affaires : { $count }).
insight-missing-process = Rendement et délai par étape non mesurés : aucun processus ne dit l’ordre des étapes (passages : { $count }).
insight-missing-working-times = Temps des opérations et charge non mesurés : aucun temps de travail n’est déclaré (affaires : { $count }).
insight-missing-cycle-dates = Délai non mesuré, faute de date d’entrée ou d’issue ; affaires closes concernées : { $count }.
insight-missing-reversed-dates = Délai non mesuré, l’issue précédant l’entrée ; affaires closes concernées : { $count }.
insight-missing-future-dates = Délai ou âge non mesuré, les dates étant après le jour du diagnostic ; affaires concernées : { $count }.
insight-missing-entry-date = Âge non mesuré, faute de date d’entrée ; affaires en cours concernées : { $count }.
insight-missing-won-value = Valeur non mesurée, faute de montant ; affaires gagnées concernées : { $count }.
insight-missing-open-value = Valeur en cours non mesurée, faute de montant attendu ; affaires concernées : { $count }.
insight-missing-open-account = Compte inconnu ; affaires en cours absentes des chiffres par client : { $count }.
insight-missing-owner = Responsable vide ou inconnu ; affaires comptées à part : { $count }.
insight-missing-product = Produit vide ou inconnu ; affaires comptées à part : { $count }.
insight-missing-foreign-passages = Passages non lus, leur affaire étant inconnue ou leur étape absente du processus : { $count }.
insight-missing-reversed-passages = Délai non mesuré, la sortie précédant l’entrée ; passages concernés : { $count }.
insight-indicator-contacts = Contacts
insight-indicator-contacts-decision = Combien de nouveaux contacts lancer cette semaine
insight-indicator-contacts-planned = Contacts que lancent les actions du plan en vigueur, au jour prévu de la première action de l’étape d’entrée ; hors des jours du plan, les objectifs en contacts, répartis sur leurs semaines
insight-indicator-proposals = Propositions
insight-indicator-proposals-decision = Où placer le temps des vendeurs avant la décision du client
insight-indicator-proposals-planned = Affaires que le plan en vigueur fait entrer dans l’avant-dernière étape, au jour prévu de sa première action ; hors des jours du plan, les objectifs en propositions, répartis sur leurs semaines
insight-indicator-customers = Nouveaux clients
insight-indicator-customers-decision = Équilibre entre conquête et développement
insight-indicator-customers-planned = Objectifs en nouveaux clients ; à défaut, dans un processus de conquête, une affaire prévue est un nouveau client
insight-indicator-deals = Affaires gagnées
insight-indicator-deals-decision = Maintenir ou revoir l’objectif
insight-indicator-deals-planned = Affaires des objectifs, écrites ou déduites de leur montant, dues le vendredi de la semaine écrite ; sans semaine écrite, réparties sur les semaines de l’objectif, au cumul arrondi vers le haut
insight-indicator-revenue = Chiffre d’affaires gagné
insight-indicator-revenue-decision = Maintenir ou revoir l’objectif
insight-indicator-revenue-planned = Chiffre d’affaires des objectifs, à proportion des affaires dues ; un objectif en affaires compte pour son affaire moyenne, un objectif de marge est divisé par son taux
insight-indicator-margin = Marge gagnée
insight-indicator-margin-decision = Choix des affaires et limites de remise
insight-indicator-margin-planned = Marge des objectifs, à proportion des affaires dues ; un objectif en affaires compte pour son affaire moyenne et son taux de marge
insight-indicator-yield = Rendement
insight-indicator-yield-decision = Quelle conversation travailler en premier
insight-indicator-yield-planned = Rendement écrit dans la fiche du processus ; pour l’ensemble, le produit des rendements des étapes
insight-indicator-lead-time = Délai médian
insight-indicator-lead-time-decision = Quand lancer pour tenir les dates
insight-indicator-lead-time-planned = Délai écrit dans la fiche du processus ; pour l’ensemble, la somme des délais des étapes
insight-indicator-load-ratio = Charge sur capacité
insight-indicator-load-ratio-decision = Renforcer, décaler ou alléger
insight-indicator-load-ratio-planned = Rien d’autre : la charge et la capacité viennent déjà du plan
insight-indicator-adherence = Respect du planning
insight-indicator-adherence-decision = Ce qui empêche les actions de se faire à leur jour
insight-indicator-adherence-planned = Rien d’autre : chaque action est comparée au jour que le plan lui donne
insight-unplanned-no-plan = Le plan en vigueur n’a pas d’action ces jours-là, et aucun objectif ne compte cela.
insight-unplanned-no-objective = Aucun objectif du processus ne couvre ces jours-là.
insight-unplanned-no-customers = Aucun objectif de ces jours-là ne compte de nouveaux clients.
insight-unplanned-no-deal = Un objectif de ces jours-là n’a pas d’affaire moyenne ou de taux de marge : il ne se convertit pas.
insight-unplanned-currencies = Les objectifs de ces jours-là sont en plusieurs devises, qui ne s’additionnent pas.
insight-unplanned-no-standard = La fiche du processus n’en dit rien : la dernière étape n’a pas de rendement, et des étapes en plusieurs branches n’ont ni un seul rendement ni un seul délai.
insight-unplanned-of-the-plan = Cet indicateur mesure le plan lui-même : rien d’autre n’est prévu.
insight-unknown-event = L’événement « { $event } » n’existe pas.
    .why = Une formule ne compte que ces événements : { $known }.
    .remedy = Remplacez-le par l’un d’eux.
insight-formula-unreadable = La formule « { $formula } » ne se lit pas.
    .why = Une formule s’écrit comme count(case-won) / count(case-closed), sum(case-won, value) ou median(case-won, days).
    .remedy = Reprenez-la sur l’un de ces modèles.
insight-indicator-defined-twice = L’indicateur « { $indicator } » est défini deux fois.
    .why = Une seule définition par indicateur garantit la même valeur sur tous les écrans.
    .remedy = Gardez une définition, ou donnez un autre nom à la seconde.
insight-unknown-step = L’indicateur « { $indicator } » nomme l’étape « { $step } », absente du processus.
    .why = Un indicateur d’étape ne peut suivre qu’une étape de son processus.
    .remedy = Corrigez le code de l’étape.
insight-mixed-currencies = L’indicateur « { $indicator } » additionne des montants de plusieurs devises.
    .why = Sans taux de change, leur somme n’a pas de sens.
    .remedy = Suivez une devise à la fois, ou convertissez les montants à l’import.
insight-nothing-accepted = Aucun standard n’a été choisi.
    .why = Une nouvelle version du processus change au moins un standard.
    .remedy = Choisissez au moins une proposition.
insight-nobody-accepts = Le nom de la personne qui accepte manque.
    .why = Un standard ne change que par la décision d’une personne.
    .remedy = Indiquez qui accepte.
insight-standard-accepted-twice = Le standard « { $name } » est accepté deux fois.
    .why = Deux valeurs pour un même standard se contrediraient.
    .remedy = Gardez une seule proposition pour ce standard.
insight-standard-moved = Le standard « { $name } » n’est plus celui sur lequel la proposition a été faite.
    .why = Le processus a changé depuis la mesure, ou la valeur mesurée ne peut pas servir de standard.
    .remedy = Refaites le diagnostic sur la version actuelle du processus.
