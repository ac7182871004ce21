# process
process-level-objective = Objectif
process-level-target = Cible
process-level-bill = Nomenclature d’actions
process-level-operating-mode = Mode opératoire
process-level-planning = Planification
process-level-indicators = Indicateurs
process-level-resources = Ressources
process-draft-head = Brouillon tiré de vos anciennes étapes : complétez les lignes qui commencent par un dièse.
process-draft-former-stage = Ancienne étape : { $stage }
process-draft-check-name = nom proposé, à vérifier
process-draft-name = ce que le client a fait quand l’étape est finie
process-draft-yield = non mesuré : part de ce qui entre et va plus loin, par exemple 0.20
process-draft-lead-days = non mesuré : nombre de jours dans l’étape
process-draft-operations = Le travail de l’étape : qui le fait, et combien de minutes.

process-alternative-to-automated = L’opération « { $operation } » est automatique et a une variante.
    .why = Personne ne la fait : il n’y a rien à remplacer.
    .remedy = Retirez la variante, ou automated = true.

process-average-deal-missing = La valeur de l’affaire moyenne manque.
    .why = Un objectif en chiffre d’affaires ou en marge se traduit en affaires par cette valeur.
    .remedy = Ajoutez une ligne average_deal = … dans la monnaie de l’objectif.

process-average-deal-zero = L’affaire moyenne vaut zéro.
    .why = Il faudrait une infinité d’affaires pour atteindre l’objectif.
    .remedy = Écrivez la valeur d’une affaire moyenne.

process-bill-empty = Le niveau 3, la nomenclature d’actions, est vide.
    .why = Sans étape ni opération, il n’y a rien à faire ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez des [[step]] et leurs [[step.operation]].

process-currency-mismatch = La monnaie est { $given }, alors que { $expected } est attendu.
    .why = Des montants de monnaies différentes ne s’additionnent pas.
    .remedy = Convertissez les montants, ou corrigez la monnaie.

process-customer-never-there = Les horaires du client « { $who } » n’ont aucun jour.
    .why = Rien ne pourrait être planifié chez un client qui ne reçoit jamais.
    .remedy = Écrivez ses heures, par exemple mon = ["09:00-12:00"], ou retirez le bloc.

process-cycle-in-bill = Les étapes tournent en rond : { $path }.
    .why = Une nomenclature qui revient sur elle-même demanderait sans fin ses propres étapes.
    .remedy = Retirez l’un des liens « after » de cette boucle.

process-date-expected = « { $key } » doit être une date.
    .why = La valeur écrite ne se lit pas comme un jour du calendrier.
    .remedy = Écrivez le jour sous la forme 2027-01-04.

process-decimal-comma = « { $given } » est écrit avec une virgule.
    .why = Dans ce fichier, les décimales s’écrivent avec un point, la virgule sépare les valeurs d’une liste.
    .remedy = Remplacez la virgule par un point, par exemple 0.20.

process-due-differs = Les échéances totalisent { $due }, l’objectif en demande { $deals }.
    .why = Le plan suit les échéances telles qu’elles sont écrites.
    .remedy = Vérifiez que l’écart est voulu, ou corrigez les échéances.

process-due-outside-period = La semaine « { $key } » est hors de la période de l’objectif.
    .why = Ce qui est dû après ou avant la période ne compte pas pour elle.
    .remedy = Déplacez l’échéance ou élargissez la période.

process-duplicate-code = Le code « { $code } » est déjà pris, ligne { $line }.
    .why = Un code désigne une seule chose, sinon on ne sait plus de laquelle on parle.
    .remedy = Donnez un autre code à l’une des deux.

process-duplicate-exception = Le { $day } est déjà décrit pour « { $who } ».
    .why = On ne saurait pas laquelle des deux suivre.
    .remedy = Gardez une seule des deux exceptions.

process-empty-period = La période va du { $first } au { $last } : elle finit avant de commencer.
    .why = Une période va de son premier à son dernier jour, les deux compris.
    .remedy = Échangez ou corrigez les deux dates.

process-empty-text = « { $key } » est vide.
    .why = Un texte vide ne dit rien à ceux qui le liront.
    .remedy = Écrivez une valeur ou retirez la ligne.

process-evidence-in-the-future = La preuve « { $evidence } » est datée du { $on }, après aujourd’hui ({ $today }).
    .why = Une preuve client constate ce qui a eu lieu.
    .remedy = Corrigez la date, ou revenez quand la preuve est là.

process-function-without-process = La fonction « { $function } » n’a pas encore de processus.
    .why = Une fonction se met en ordre de bataille autour d’au moins un processus.
    .remedy = Importez ou écrivez un processus dont function = "{ $function }".

process-grid-does-not-divide-hour = Une grille de { $given } minutes ne tombe pas juste dans une heure.
    .why = Les débuts d’actions doivent retomber sur chaque heure pleine.
    .remedy = Choisissez 5, 10, 15, 20, 30 ou 60 minutes.

process-hours-overlap = Les plages { $first } et { $second } se chevauchent.
    .why = Les mêmes minutes compteraient deux fois.
    .remedy = Raccourcissez l’une des deux plages.

process-hours-reversed = La plage « { $given } » finit avant de commencer.
    .why = Une plage ne passe pas minuit.
    .remedy = Échangez les deux heures, ou coupez la plage en deux jours.

process-hours-unreadable = « { $given } » ne se lit pas comme une plage horaire.
    .why = Une plage va d’une heure à une autre du même jour.
    .remedy = Écrivez par exemple 09:00-12:00.

process-indicators-empty = Le niveau 6, les indicateurs, est vide.
    .why = Sans indicateur, on ne saura pas si le processus marche ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez au moins un [[indicator]] avec la décision qu’il sert.

process-joint-in-parts = L’opération « { $operation } » est coupée en plusieurs fois et demande plusieurs personnes.
    .why = Une action à plusieurs se fait d’un seul tenant : tous s’arrêteraient au même moment.
    .remedy = Retirez split = true, ou demandez un seul poste.

process-kind-without-people = Personne n’est disponible comme « { $kind } ».
    .why = Le travail de ce poste de charge ne pourrait être confié à personne.
    .remedy = Ajoutez dans l’atelier une personne de ce poste, avec un calendrier.

process-leave-overlaps = Les absences de « { $resource } » se recouvrent du { $first } au { $last }.
    .why = Ces jours ne sont comptés qu’une fois.
    .remedy = Vérifiez les dates si ce recouvrement n’est pas voulu.

process-leave-reversed = L’absence va du { $first } au { $last } : elle finit avant de commencer.
    .why = Une absence va de son premier à son dernier jour, les deux compris.
    .remedy = Échangez ou corrigez les deux dates.

process-list-expected = « { $key } » doit être une liste.
    .why = Plusieurs valeurs peuvent y figurer.
    .remedy = Mettez les valeurs entre crochets, séparées par des virgules.

process-longest-wait-too-short = L’opération « { $operation } » doit attendre { $wait } jours ouvrés, et { $given } jours au plus.
    .why = L’attente la plus longue ne peut pas être plus courte que l’attente demandée.
    .remedy = Augmentez wait_days_max, ou réduisez wait_days.

process-leeway = Marge de manœuvre : { $mandatory ->
    [0] aucune opération obligatoire
    [one] { $mandatory } opération obligatoire ({ $mandatory_share })
   *[other] { $mandatory } opérations obligatoires ({ $mandatory_share })
}, { $recommended ->
    [0] aucune recommandée
    [one] { $recommended } recommandée ({ $recommended_share })
   *[other] { $recommended } recommandées ({ $recommended_share })
}, { $free ->
    [0] aucune libre
    [one] { $free } libre ({ $free_share })
   *[other] { $free } libres ({ $free_share })
}.
process-strength-mandatory = obligatoire
process-strength-recommended = recommandée
process-strength-free = libre

process-mandatory-without-reason = L’opération « { $operation } » est obligatoire sans dire pourquoi.
    .why = Ce qui oblige se justifie : la loi, l’argent, la preuve. Le reste se recommande.
    .remedy = Ajoutez reason = "…", ou retirez strength = "mandatory".

process-reason-without-rule = L’opération « { $operation } » donne une raison sans être obligatoire.
    .why = Une raison d’obliger sans obligation laisserait croire qu’il y en a une.
    .remedy = Ajoutez strength = "mandatory", ou retirez reason.

process-waits-mixed = L’attente la plus longue de l’opération « { $operation } » se compte en jours écoulés, l’attente de « { $other } » en jours d’ouverture.
    .why = Un week-end ou une fermeture rendrait les deux impossibles ensemble, et l’action resterait sans date.
    .remedy = Gardez wait_days ou wait_days_max, pas les deux.

process-lot-below-one = La taille du lot est inférieure à un.
    .why = On traite au moins une unité à la fois.
    .remedy = Écrivez 1 ou plus, ou retirez la ligne.

process-margin-rate-missing = Le taux de marge manque.
    .why = Un objectif de marge se traduit en affaires par la marge d’une affaire moyenne.
    .remedy = Ajoutez une ligne margin_rate = …, par exemple 0.36 pour 36 %.

process-margin-rate-out-of-range = Le taux de marge vaut { $given }.
    .why = Un taux s’écrit de 0 à 1, et un objectif de marge en demande un au-dessus de zéro.
    .remedy = Écrivez 0.36 pour 36 %.

process-missing-key = La clé « { $key } » manque.
    .why = Cette partie du fichier ne peut pas s’en passer.
    .remedy = Ajoutez une ligne « { $key } = … » sous cet en-tête.

process-missing-lead-time = L’étape « { $step } » n’a pas de délai.
    .why = Le délai place le travail dans le temps ; zéro est permis, mais doit être écrit.
    .remedy = Ajoutez une ligne lead_days = … avec le nombre de jours.

process-missing-yield = L’étape « { $step } » n’a pas de rendement.
    .why = Sans lui, on ne sait pas combien faire entrer pour obtenir ce qui doit sortir.
    .remedy = Ajoutez une ligne yield = …, par exemple 0.20.

process-negative-time = L’opération « { $operation } » a un temps négatif pour « { $key } ».
    .why = Un temps de travail est un nombre de minutes à partir de zéro.
    .remedy = Écrivez le temps en minutes, sans signe moins.

process-number-expected = « { $key } » doit être un nombre.
    .why = La valeur écrite ne se lit pas comme un nombre.
    .remedy = Écrivez un nombre avec un point pour les décimales, sans guillemets, par exemple 0.20.

process-number-out-of-range = « { $key } » vaut { $given }, hors des bornes.
    .why = La valeur doit aller de { $least } à { $most }.
    .remedy = Vérifiez l’unité de la valeur, puis corrigez-la.

process-objective-empty = Le niveau 1, l’objectif, est vide.
    .why = Un processus sans objectif ne sait pas ce qu’il doit produire ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez au moins un [[objective]].

process-objective-in-the-past = L’objectif finit le { $last }, avant aujourd’hui ({ $today }).
    .why = On ne planifie plus rien pour une période terminée.
    .remedy = Corrigez la période ou retirez l’objectif.

process-operating-mode-empty = Le niveau 4, le mode opératoire, est vide.
    .why = Aucune opération ne dit comment elle se fait ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez une ligne playbook ou checklist aux opérations.

process-operation-without-kind = L’opération « { $operation } » n’a personne pour la faire.
    .why = Seule une opération automatisée se passe de quelqu’un.
    .remedy = Ajoutez une ligne kind = "…", ou automated = true.

process-operation-without-time = L’opération « { $operation } » ne prend aucun temps.
    .why = Une opération faite par quelqu’un occupe cette personne.
    .remedy = Écrivez prepare, run ou travel en minutes, ou automated = true.

process-orphan-step = L’étape « { $step } » n’alimente aucune autre et n’est pas la dernière.
    .why = Son travail ne sert pas l’objectif, il ne sera pas planifié.
    .remedy = Citez-la dans « after » de l’étape qu’elle prépare, ou retirez-la.

process-owner-missing = Personne n’est nommé comme responsable.
    .why = Un processus ou un objectif sans responsable n’est tenu par personne.
    .remedy = Ajoutez une ligne owner = "…" avec le nom de la personne.

process-planning-empty = Le niveau 5, la planification, est vide.
    .why = On ne sait pas sur quelle grille placer le travail ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez une partie [planning].

process-process-without-line = Le processus « { $process } » ne sert aucune ligne stratégique.
    .why = On ne peut pas dire à quel choix de l’entreprise il contribue.
    .remedy = Ajoutez une ligne line = "…" avec le code de la ligne stratégique.

process-quantity-zero = L’objectif demande une quantité nulle.
    .why = Sans rien à produire, il n’y a rien à planifier.
    .remedy = Écrivez la quantité voulue ou retirez l’objectif.

process-resource-without-calendar = « { $resource } » n’a pas de calendrier.
    .why = Cette personne est connue, mais n’a aucune capacité dans le plan.
    .remedy = Ajoutez une ligne calendar = "…" pour lui confier du travail.

process-resources-empty = Le niveau 7, les ressources, est vide.
    .why = On ne sait pas qui fait le travail ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez une ligne kinds = […] avec les postes de charge.

process-share-out-of-range = « { $key } » vaut { $given }.
    .why = Une part s’écrit de 0 à 1 : personne ne donne plus que tout son temps.
    .remedy = Écrivez 0.50 pour 50 %.

process-skill-nobody-has = Personne parmi ceux qui font « { $operation } » n’a la compétence « { $skill } ».
    .why = L’opération ne pourrait jamais être placée.
    .remedy = Ajoutez la compétence à une personne, ou retirez l’exigence.

process-solicitation-below-one = La règle de sollicitation demande moins d’une fois, ou moins d’un jour.
    .why = « n fois en d jours » demande n et d d’au moins 1.
    .remedy = Écrivez 1 ou plus, ou retirez la règle pour ne pas limiter.

process-table-expected = « { $key } » doit être un groupe de clés.
    .why = La valeur écrite est simple alors que plusieurs clés sont attendues.
    .remedy = Écrivez les clés sous un en-tête entre crochets, comme dans docs/process.md.

process-target-empty = Le niveau 2, la cible, est vide.
    .why = Sans cible, on ne sait pas avec qui travailler ; le lancement de « { $process } » est arrêté.
    .remedy = Ajoutez au moins un [[segment]] avec ses valeurs.

process-text-expected = « { $key } » doit être un texte.
    .why = La valeur écrite est un nombre, une liste ou une date.
    .remedy = Mettez la valeur entre guillemets, par exemple { $key } = "…".

process-toml-syntax = Le fichier ne se lit pas à cet endroit (détail technique : { $detail }).
    .why = Le texte doit suivre l’écriture TOML : une clé, un signe égal, une valeur, les textes entre guillemets.
    .remedy = Corrigez cette ligne ; le reste du fichier sera vérifié ensuite.

process-too-many-decimals = « { $key } » vaut { $given }, avec trop de décimales.
    .why = Cette valeur est tenue exacte jusqu’à { $decimals } décimales, sans arrondi caché.
    .remedy = Arrondissez vous-même la valeur à { $decimals } décimales.

process-true-or-false-expected = « { $key } » doit être true ou false.
    .why = La valeur répond par oui (true) ou par non (false).
    .remedy = Écrivez true ou false, sans guillemets.

process-unknown-calendar = Le calendrier « { $calendar } » n’existe pas.
    .why = Les calendriers connus sont : { $known }.
    .remedy = Corrigez le code, ou ajoutez ce calendrier.

process-unknown-currency = « { $given } » n’est pas un code de monnaie.
    .why = Une monnaie s’écrit en trois lettres majuscules.
    .remedy = Écrivez par exemple EUR, USD ou CHF.

process-unknown-evidence = L’étape « { $step } » ne demande pas la preuve « { $evidence } ».
    .why = Les preuves qui ferment cette étape sont : { $known }.
    .remedy = Choisissez l’une d’elles, ou ajoutez celle-ci à l’étape.

process-unknown-customer = Les horaires de « { $who } » ne concernent personne.
    .why = Aucun compte ni secteur de l’entreprise ne porte ce nom ; le plus proche est « { $nearest } ».
    .remedy = Corrigez « who », ou importez ce compte.

process-unknown-exception-target = « { $who } » n’est ni une personne, ni une équipe, ni un poste de charge.
    .why = Un jour différent concerne tout le monde (*), un poste de charge, une équipe ou une personne.
    .remedy = Corrigez « who », ou retirez la ligne pour tout le monde.

process-unknown-key = La clé « { $key } » n’existe pas ici.
    .why = Les clés possibles ici sont : { $known }.
    .remedy = Écrivez « { $nearest } » si c’est ce que vous vouliez, ou retirez la ligne.

process-unknown-resource-kind = Le poste de charge « { $kind } » n’existe pas.
    .why = Les postes de charge connus ici sont : { $known }.
    .remedy = Corrigez le code, ou déclarez ce poste de charge.

process-unknown-room = L’opération « { $operation } » demande « { $room } », qui n’est pas dans l’atelier.
    .why = Les salles et autres moyens partagés sont déclarés dans l’atelier. Connus : { $known }.
    .remedy = Ajoutez un bloc [[room]] à l’atelier, ou corrigez le code.

process-unknown-step = L’étape « { $step } » suit « { $after } », qui n’existe pas.
    .why = Une étape ne peut être alimentée que par une étape du même processus.
    .remedy = Corrigez le code dans « after », ou ajoutez l’étape.

process-unknown-word = « { $given } » n’est pas une valeur possible de « { $key } ».
    .why = Les valeurs possibles sont : { $known }.
    .remedy = Écrivez « { $nearest } » si c’est ce que vous vouliez, ou une autre valeur de la liste.

process-unknown-zone = Le fuseau « { $given } » n’existe pas.
    .why = Les heures de travail se lisent dans un fuseau de la base IANA.
    .remedy = Écrivez par exemple Europe/Paris.

process-week-expected = « { $key } » n’est pas une semaine.
    .why = Les échéances se donnent par semaine ISO, et certaines années n’ont pas de semaine 53.
    .remedy = Écrivez la semaine sous la forme 2027-W09.

process-whole-number-expected = « { $key } » doit être un nombre entier.
    .why = On y compte des unités, des minutes ou des jours, sans décimale.
    .remedy = Écrivez un nombre entier, sans guillemets ni unité.

process-yield-on-last-step = La dernière étape, « { $step } », porte un rendement.
    .why = L’objectif compte ce qui entre dans la dernière étape, tout y passe.
    .remedy = Retirez ce rendement, ou ajoutez l’étape qui suit.

process-yield-out-of-range = Le rendement de l’étape « { $step } » vaut { $given }.
    .why = Un rendement va de plus de 0 à 1 : ce qui sort d’une étape ne dépasse pas ce qui y entre.
    .remedy = Écrivez 0.20 si une unité sur cinq va plus loin.

process-too-many-questions = La conversation de l’opération « { $operation } » a plus de { $most } questions.
    .why = Une fiche tient sur une page, et au-delà de { $most } questions on interroge au lieu d’écouter.
    .remedy = Gardez les { $most } questions dont la réponse change la suite.

process-scenario-is-draft = Le scénario d’utilisation de l’opération « { $operation } » n’a pas d’événement ou pas d’acteur.
    .why = Sans ce qui arrive et à qui, ce n’est pas un usage : il reste un brouillon, la fiche de préparation ne le montre pas.
    .remedy = Dites ce qui arrive et à qui (formulaire « Conversation », ou dans un fichier : event = "…" et actor = "…").

process-rule-proposal = Proposition prise pour une étape
process-rule-activity = Activité prise pour de l’efficacité
process-rule-control-first = Le contrôle avant la conversation
process-rule-seekers = Seulement ceux qui cherchent déjà
process-rule-unbalanced = Étapes déséquilibrées
process-rule-counterpart = Mauvais interlocuteur, ou aucun
process-rule-at-random = Mesures au hasard
process-rule-evangelising = Évangélisation
process-rule-customer-forgotten = Client oublié
process-rule-adoption = Adoption négligée
process-rule-badly-named = Étapes mal nommées
process-rule-signature-last = La signature comme fin
process-rule-no-playbook = Opération sans mode opératoire
process-rule-no-scenario = Conversation sans scénario d’utilisation
process-rule-no-kind = Interlocuteur sans nature
process-rule-no-theme = Conversation sans thème
process-rule-no-room = Pas de marge de manœuvre
process-rule-one-language = Texte dans une seule langue
process-unjudged-control-first = Le processus ne dit pas quels champs on demande de saisir ni à quoi ils servent : cette règle n’est pas jugée.
process-unjudged-adoption = Le processus ne dit ni qui l’essaie, ni qui accompagne, ni ce que le vendeur y gagne : cette règle n’est pas jugée.

process-lint-proposal = L’étape « { $step } » se termine quand nous remettons une proposition.
    .why = Remettre n’est pas faire avancer le client.
    .remedy = Conditionnez-la à ce que le client a validé : usage, mise en œuvre, justification.

process-lint-activity-only = Tous les indicateurs comptent l’activité.
    .why = Une activité dit combien on travaille, pas si le client avance.
    .remedy = Gardez-les pour la charge ; suivez aussi la progression du client.

process-lint-seekers-only = Ce processus commence quand le client cherche déjà.
    .why = Ceux qui ne cherchent pas encore sont les plus nombreux, et personne ne leur parle.
    .remedy = Ajoutez au moins une conversation pour ceux qui ne cherchent pas encore.

process-lint-unbalanced = L’étape « { $step } » occupe { $share } % du cycle, soit { $ratio } fois une part égale.
    .why = Quand une étape prend presque tout le temps, ou presque rien, la progression ne se lit plus.
    .remedy = Découpez-la, ou regroupez-la avec sa voisine.

process-lint-no-counterpart = L’étape « { $step } » ne dit pas avec qui parler.
    .why = Sans interlocuteur, ni les questions ni le scénario d’utilisation ne peuvent être préparés.
    .remedy = Décrivez au moins une conversation de cette étape : fonction de l’interlocuteur, thème, scénario.

process-lint-no-role = La conversation « { $operation } » ne dit pas avec qui.
    .why = Chaque interlocuteur attend autre chose : sans sa fonction, le thème ne veut rien dire.
    .remedy = Dites sa fonction chez le client et ce qu’il est dans l’affaire (formulaire « Conversation », ou dans un fichier : role = … et part = …).

process-lint-no-kind = La conversation « { $operation } » ne dit pas ce que « { $role } » est dans l’affaire.
    .why = On ne parle pas de la même chose à qui gagne, à qui paie et à qui met en place.
    .remedy = Choisissez sa nature : bénéficiaire, financeur, utilisateur, metteur en place, acheteur ou influent (formulaire « Conversation », ou dans un fichier : part = …).

process-lint-no-theme = La conversation « { $operation } » ne dit pas sur quoi.
    .why = Sans le but que cette personne veut atteindre, le vendeur ne parle que de l’offre.
    .remedy = Nommez son but, dans ses mots (formulaire « Conversation », ou dans un fichier : theme = …).

process-lint-implementers-first = Vos premières conversations visent ceux qui porteront le travail, pas ceux qui gagnent ou financent.
    .why = Ceux qui mettent en place portent le coût du changement : ils ne décident pas qu’il en vaut la peine.
    .remedy = Commencez par un utilisateur ou un financeur.

process-lint-too-many-indicators = Le processus suit { $count } indicateurs, au-delà de { $most }.
    .why = Quand tout est mesuré, aucune mesure ne mène à une décision.
    .remedy = Gardez ceux dont la décision change quelque chose, retirez les autres.

process-lint-feature = Le thème « { $theme } » nomme ce que vous vendez, pas ce que cette personne veut atteindre.
    .why = La conversation « { $operation } » partirait de l’offre : personne ne paie pour une fonctionnalité, on paie pour ce qu’elle permet.
    .remedy = Dites le but dans ses mots, tel qu’il resterait vrai sans votre offre.

process-lint-evangelising = La conversation « { $operation } » explique l’offre mais n’aide personne à s’imaginer l’utiliser.
    .why = On retient l’usage qu’on s’est représenté, pas l’explication qu’on a entendue.
    .remedy = Rattachez un objectif et un scénario d’utilisation, ou laissez un client référent le raconter.

process-lint-no-evidence = Aucune étape ne demande de preuve au client.
    .why = Sans rien qui vienne du client, avancer n’est que l’avis du vendeur.
    .remedy = Ajoutez une preuve à chaque étape : ce que le client fait ou remet (formulaire « Preuves client », ou dans un fichier : [[step.evidence]]).

process-lint-customer-forgotten = Rien dans l’étape « { $step } » ne vient du client.
    .why = Une étape que nous fermons seuls ne prouve pas que le client avance.
    .remedy = Dites ce que le client fait ou remet qui prouve l’avancée.

process-lint-badly-named = L’étape « { $step } » dit ce que nous faisons.
    .why = Deux vendeurs ne rangeraient pas les mêmes affaires dans cette étape.
    .remedy = Nommez ce que le client a fait, par exemple « A nommé un objectif à atteindre ».

process-lint-signature-last = Le processus s’arrête à l’étape « { $step } », sans première utilisation.
    .why = Une commande n’est pas encore un client servi : la valeur se constate après.
    .remedy = Ajoutez une étape pour la première utilisation et la valeur constatée.

process-lint-no-playbook = L’opération « { $operation } » n’a pas de mode opératoire.
    .why = Chacun réinvente ce que le meilleur sait déjà faire.
    .remedy = Écrivez sa trame (playbook) ou sa liste de points (checklist).

process-lint-no-scenario = La conversation « { $operation } » n’a pas de scénario d’utilisation.
    .why = La fiche de préparation n’a rien à raconter : ni événement, ni acteur, ni résultat.
    .remedy = Décrivez l’événement, qui agit, ce qu’il fait et le résultat (formulaire « Conversation », ou dans un fichier : [step.operation.conversation.scenario]).

process-lint-no-room = { $count } opérations sur { $all } sont obligatoires.
    .why = Au-delà de la moitié, il ne reste pas de marge de manœuvre pour apprendre.
    .remedy = Gardez l’obligation pour la loi, l’argent et la preuve ; recommandez le reste.

process-lint-one-language = À l’étape « { $step } », il manque le texte anglais de : { $names }.
    .why = Qui lit l’autre langue verrait du français.
    .remedy = Écrivez { "{" } fr = "…", en = "…" { "}" }.

process-design-errors = { COUNT($count) ->
    [one] Une erreur de conception empêche de publier.
   *[other] { $count } erreurs de conception empêchent de publier.
  }
    .why = Avec elle, le processus ne peut pas servir : la relecture dit où et pourquoi.
    .remedy = Corrigez chaque erreur indiquée, puis publiez.
process-reason-wanted = { COUNT($count) ->
    [one] Une remarque de conception demande une raison : { $findings }.
   *[other] { $count } remarques de conception demandent une raison : { $findings }.
  }
    .why = Publier malgré une remarque se justifie par écrit ; la raison reste avec la version.
    .remedy = Corrigez ce qui est remarqué, laissez-le passer 90 jours avec sa raison, ou dites pourquoi vous publiez ainsi.
process-reason-length = La raison dépasse { $most } caractères.
    .why = Elle se relit d’un coup d’œil à côté de la version.
    .remedy = Raccourcissez-la.
process-waiver-reason = Il manque la raison.
    .why = Ce qu’on laisse passer doit pouvoir se relire dans 90 jours.
    .remedy = Dites en quelques mots pourquoi cela peut rester ainsi.
process-no-such-finding = La relecture ne remarque rien sous { $rule }, à cet endroit : « { $place } ».
    .why = On ne laisse passer que ce que la dernière version publiée fait remarquer.
    .remedy = Relisez la conception du processus et reprenez la règle, l’étape et l’opération qu’elle indique.
process-error-not-waived = { $rule } est une erreur : elle ne se laisse pas passer.
    .why = Une erreur rend le processus inutilisable ; à cet endroit : « { $place } ».
    .remedy = Corrigez-la dans le processus.
