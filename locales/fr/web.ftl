# web

## Cadre
page-title = { $page } · Atelier
skip = Aller au contenu
rail = Pages
rail-day = Ma journée
rail-plan = Plan
rail-indicators = Indicateurs
rail-market = Comptes
tab-opportunities = Affaires
tab-approvals = À confirmer
rail-function = Ma fonction
rail-waiting = à confirmer
tab-account = Compte
tab-opportunity = Affaire
rail-more = Plus
tabs = Pages de cette rubrique
tab-flow = Échanges
tab-agenda = Agenda
tab-give = Temps rendu
page-sheet = Fiche de préparation
page-conversation = Échange
page-note = Échange non prévu
tab-load = Charge
tab-board = Tableau
tab-needs = Besoins
tab-scenarios = Scénarios
tab-promise = Promesse
tab-versions = Versions
tab-cascade = Cascade
page-actions = Actions d’un objectif
page-wip = En-cours
undo = Annuler
undo-done = C’est annulé.
undo-close = Fermer ce message
tools = Préférences
language = Langue
language-fr = Français
language-en = English
theme = Thème
theme-light = Clair
theme-dark = Sombre
theme-system = Comme le système
shortcuts = Raccourcis clavier
shortcuts-open = Afficher les raccourcis clavier
shortcuts-close = Fermer
close = Fermer
save = Enregistrer
give-up = Renoncer
theirs = Quelqu’un d’autre a écrit « { $theirs } » entre-temps.
theirs-take = Prendre le leur
theirs-keep = Garder ce que j’ai écrit
close-panel = Fermer le panneau
waiting = Lecture en cours : le serveur met plus d’une seconde à répondre.
retry = Réessayer
not-found = Cette page n’existe pas.
not-found-why = L’adresse { $path } ne mène à rien dans Atelier.
not-found-do = Aller à ma journée

## Entrée
door-title = Connexion
door-question = Qui êtes-vous ?
door-login = Adresse de messagerie
door-password = Mot de passe
door-show = Montrer le mot de passe
door-enter = Se connecter
door-slow = Envoi en cours : le serveur met plus d’une seconde à répondre.
door-provider = Continuer avec { $label }
door-or = ou
provider-title = Retour du fournisseur d’identité
provider-question = On vérifie qui vous êtes.
provider-none = Cette page est le retour d’une connexion.
provider-none-why = Cette adresse n’apporte rien, ou la réponse a déjà servi.
provider-again = Revenir à la connexion
door-no-login = Saisissez votre adresse de messagerie.
door-no-password = Saisissez votre mot de passe.
door-ended = Votre session a pris fin. Connectez-vous pour revenir où vous étiez.
door-left = Vous êtes déconnecté d’Atelier sur ce navigateur.
door-first = Première visite ?
door-first-how = Ouvrez le lien d’invitation reçu de votre administrateur. Il vous en donne un nouveau si vous perdez votre mot de passe.
door-first-nobody = Si personne n’est encore inscrit sur ce serveur, lancez-y :
door-first-command = atelier user add prenom.nom@entreprise.fr --name "Prénom Nom" --role administrator

## Invitation
invitation-title = Invitation
invitation-question = Quel sera votre mot de passe ?
invitation-for = Invitation de { $company } pour { $name }.
invitation-enter = Enregistrer ce mot de passe et entrer
invitation-none = Le lien d’invitation est incomplet.
invitation-none-why = Son secret suit le signe # et n’est gardé nulle part : recharger la page le fait perdre. Ouvrez de nouveau le lien reçu, en entier.
invitation-has-one = J’ai déjà un mot de passe

## Compte
me-account = mon compte
calls-open = Afficher les appels à l’API
me-out = Se déconnecter
me-drafts-go =
    { $count ->
        [one] Un compte rendu commencé n’est pas envoyé : se déconnecter l’efface de cet appareil.
        *[other] { $count } comptes rendus commencés ne sont pas envoyés : se déconnecter les efface de cet appareil.
    }
sessions-title = Mes sessions
sessions-what = Les navigateurs où vous êtes connecté. Si vous n’en reconnaissez pas un, fermez-le, puis changez de mot de passe.
sessions-unnamed = Navigateur inconnu
sessions-current = celui-ci
sessions-times = Ouverte le { $made }, vue le { $seen }
sessions-end = Fermer
sessions-end-others = Fermer toutes les autres
sessions-close = Revenir
password-change = Changer le mot de passe
password-current = Mot de passe actuel
password-new = Nouveau mot de passe
password-rule = 15 caractères ou plus. Une phrase de quatre ou cinq mots convient.
password-no-current = Saisissez votre mot de passe actuel.
password-no-new = Choisissez un mot de passe.
password-ends = Vos autres sessions et vos clés d’accès prendront fin.
password-changed = Le mot de passe est changé. Vos autres sessions et vos clés d’accès ont pris fin.
second-title = Second facteur
second-what = Après le mot de passe, un code de votre téléphone vous sera demandé. Il vous faut une application qui donne de tels codes (Aegis, FreeOTP, Google Authenticator, un gestionnaire de mots de passe…).
second-begin = Commencer
second-scan = Scannez cette image avec l’application.
second-picture = Le secret à partager avec l’application
second-type = Ou tapez-y ce secret :
second-confirm = Activer
second-code = Code de l’application
second-code-how = Six chiffres, ou un code de secours.
second-no-code = Saisissez le code.
second-back = Revenir
second-on = Le second facteur est activé. Vos autres sessions et vos clés d’accès ont pris fin.
second-codes-why = Gardez ces dix codes de secours ailleurs que sur votre téléphone. Chacun sert une fois, le jour où vous n’avez pas l’application. Ils ne seront plus montrés.
second-codes-kept = Je les ai gardés
second-is-on = Le second facteur est activé. Pour le désactiver, donnez le mot de passe et un code.
second-give-up = Désactiver le second facteur
no-page-question = Que puis-je faire ici ?
no-page = Aucune page n’est encore ouverte à votre rôle : { $roles }.
no-page-why = Ce qu’il permet se fait pour l’instant par l’API ou la ligne de commande : voyez « atelier --help ».

## Réseau
offline-cut = Le réseau est coupé.
offline-reads = Ce que vous avez ouvert reste lisible ; ce que vous saisissez est gardé et partira à son retour.
offline-kept = Ce que vous lisez date du { $when } ; ce que vous saisissez est gardé et partira au retour du réseau.
outbox-title = Saisies en attente d’envoi
outbox-why = Elles sont gardées sur cet appareil. Chacune part une seule fois, dès que le serveur répond.
outbox-empty = Tout est parti.
outbox-see = { $count ->
    [one] Voir la saisie en attente
   *[other] Voir les { $count } saisies en attente
  }
outbox-leaving = { $count ->
    [one] Une saisie part vers le serveur.
   *[other] { $count } saisies partent vers le serveur.
  }
outbox-some-refused = { $count ->
    [one] Le serveur a refusé une saisie. Rien de ce que vous avez écrit n’est perdu.
   *[other] Le serveur a refusé { $count } saisies. Rien de ce que vous avez écrit n’est perdu.
  }
outbox-sent = { $count ->
    [one] La saisie gardée est partie.
   *[other] Les { $count } saisies gardées sont parties.
  }
outbox-stays = { $count ->
    [one] Une saisie attend le réseau : elle reste sur cet appareil jusqu’à votre prochaine connexion.
   *[other] { $count } saisies attendent le réseau : elles restent sur cet appareil jusqu’à votre prochaine connexion.
  }
outbox-written = Écrite le { $when }
outbox-again = Renvoyer
outbox-back = Revenir à la page
outbox-drop = Supprimer
outbox-dropped = Saisie supprimée : { $what }.

## Recherche et aide
palette = Rechercher ou lancer une commande
palette-short = Rechercher
palette-rest = ou lancer une commande
palette-hint = Société, interlocuteur, affaire, SIREN, téléphone, page…
palette-pages = Pages
palette-acts = Commandes
palette-account = Comptes
palette-contact = Interlocuteurs
palette-opportunity = Affaires
palette-process = Processus
palette-person = Équipe
palette-new-account = Ajouter un compte
palette-note = Noter un échange
palette-note-hint = non prévu, conversation, appel, rencontre
palette-language = Afficher en { $lang ->
    [en] anglais
   *[fr] français
  }
palette-print = Imprimer cette page
palette-absences = Absences de l’équipe
palette-theme = Thème : { $theme }
palette-none = Rien ne correspond à « { $text } ».
palette-found =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
help = Aide
help-open = Ouvrir l’aide
help-first = Chaque rubrique répond à une question. Celle que vous lisez vient en premier.

## Premier démarrage
first-own = Commencer avec vos données
first-own-how = Apportez l’export de votre logiciel actuel : l’assistant devine les colonnes, montre ce qui sera écrit, et tout import s’annule en une fois.
first-own-do = Importer mes données
first-own-ask = Demandez-le à votre administration des ventes : elle ouvre l’assistant d’import.
first-sample = Regarder l’entreprise d’exemple
first-sample-how = Deux entreprises planifiées, tenues à part de la vôtre, pour essayer sans rien risquer : demandez-les à qui a installé Atelier. Elles se retirent en une fois.

## Incidents
problem-unreachable = Le serveur ne répond pas.
problem-unreachable-why = La connexion a été coupée ou le serveur est arrêté. Rien n’est perdu : cette page ne fait que lire.
problem-unreadable = La réponse du serveur est illisible.
problem-unreadable-why = Le serveur a répondu autre chose que ce que la page attend. Sa version et celle de la page diffèrent peut-être.
problem-refused = Le serveur a refusé la demande (réponse { $status }).
problem-refused-why = Il n’a pas donné de raison.
problem-code = Code : { $code }

## Raccourcis
cap-enter = Entrée
cap-esc = Échap
cap-home = Début
cap-end = Fin
cap-pgup = Pg préc
cap-pgdn = Pg suiv
cap-shift = Maj
keys-anywhere = Partout
keys-day = Ma journée
keys-plan = Plan
key-palette = Rechercher ou lancer une commande, depuis n’importe où
key-undo = Annuler la dernière action annulable
key-calls = Voir ce que la page demande à l’API
key-help = Afficher cette aide
key-escape = Fermer le panneau
key-next = Action suivante
key-previous = Action précédente
key-done = Noter ce qui s’est passé
key-postpone = Reporter, avec la raison
key-refuse = Refuser, avec la raison
key-why = Voir pourquoi cette action est là
key-outcome = En notant : avance, pas d’avancée, à arrêter
key-week = En notant : prochaine date dans une semaine
key-open = Ouvrir la fiche de préparation
key-day-before = Jour ouvré précédent
key-day-after = Jour ouvré suivant
key-today = Revenir au jour d’ouverture du plan
key-week-move = Semaine précédente, semaine suivante
key-week-open = Voir ce qui fait la charge de la semaine
keys-board = Tableau
key-board-along = Action précédente, action suivante
key-board-across = Personne au-dessus, personne en dessous
key-board-page = Dix personnes plus haut, plus bas
key-board-edge = Premier jour, dernier jour
key-board-open = Ouvrir l’action ; en déplaçant, voir ce que cela change
key-board-load = Ouvrir la charge du jour
key-board-shift = Déplacer l’action plus tôt, plus tard
key-board-hand = La confier à quelqu’un d’autre
key-board-day = La déplacer d’un jour
key-board-seat = Aller à la prochaine place libre
help-do = Ce que l’on y fait
help-read = Comment le lire

## États
state-on-time = À l’heure
state-tight = Tendu
state-late = En retard
state-unplaced = Non planifié
state-frozen = Gelé

## Plan
plan-question = Peut-on tenir l’objectif ?
plan-objective = Objectif : { $name }. { $sentence }
plan-figures = Chiffres clés
plan-total = Charge sur la période
plan-of-capacity = pour { $capacity } de capacité, soit { $ratio }
plan-no-capacity = aucune capacité déclarée
plan-worst = Semaine la plus chargée
plan-worst-none = aucune charge
plan-shortage = Plus grand manque cumulé
plan-shortage-week = fin { $week }
plan-shortage-none = aucun
plan-bottleneck = Goulet
plan-bottleneck-none = aucun
plan-bottleneck-shown = affiché ici
plan-bottleneck-see = voir sa charge
plan-open-week = voir la semaine
plan-see-table = voir le tableau
plan-kind = Poste
plan-chart = Charge et capacité par semaine, { $kind }
plan-chart-help = Flèches gauche et droite pour changer de semaine, Entrée pour voir ce qui la charge. Les mêmes chiffres sont dans le tableau.
plan-axis = heures
plan-legend-load = Charge
plan-legend-over = Au-dessus de la capacité
plan-legend-capacity = Capacité
plan-legend-shortage = Manque cumulé
plan-worst-mark = la plus chargée
plan-week-label = { $week }, semaine du { $monday } : charge { $load }, capacité { $capacity }, soit { $ratio }. { $shortage ->
    [none] Pas de manque cumulé.
   *[other] Manque cumulé { $shortage }.
  }{ $worst ->
    [yes] {" "}Semaine la plus chargée.
   *[no] {""}
  }
plan-zone-frozen = gelée
plan-zone-firm = ferme
plan-zone-open = libre
plan-table = Les mêmes chiffres
plan-copy = Copier le tableau
plan-copied = Tableau copié : collez-le dans un tableur.
plan-selected = Tableau sélectionné : copiez-le avec Ctrl+C.
plan-col-week = Semaine
plan-col-monday = Lundi
plan-col-load = Charge (h)
plan-col-capacity = Capacité (h)
plan-col-ratio = Charge / capacité
plan-col-shortage = Manque cumulé (h)
plan-col-zone = Zone
plan-col-state = État
plan-row-total = Total
plan-state-over = Surcharge
plan-state-worst = Surcharge, la plus forte
plan-state-tight = Presque pleine
plan-state-fits = Tient
plan-state-idle = Sans charge
plan-bottlenecks = Goulets d’étranglement
plan-bottlenecks-more = { $count ->
    [one] Voir ce qui freine moins
   *[other] Voir les { $count } autres
  }
plan-bottlenecks-withheld = { $count ->
    [one] Le rendement d’une personne n’est pas montré ici.
   *[other] Les rendements de { $count } personnes ne sont pas montrés ici.
  }
plan-empty = Aucune semaine n’a de charge.
plan-empty-why = { $company } : l’objectif n’a donné aucune action pour ce poste de charge. Vérifiez sa nomenclature d’actions.
week-title = { $week }, { $kind }
week-makes = Ce qui fait la charge
week-nothing = Aucune action n’entre cette semaine.
week-nothing-why = Les délais du processus placent la charge sur d’autres semaines.
week-in-hand = affaires en cours
week-see-actions = Voir ses actions de la semaine
week-all-actions = Toutes les actions de cette semaine
week-people = Qui peut la prendre
week-nobody = Personne n’a de capacité cette semaine.
week-col-operation = Opération
week-col-units = Unités
week-col-hours = Heures
week-total = Total

## Ma journée
day-question-today = Qui dois-je appeler aujourd’hui ?
day-question-other = Qui dois-je appeler le { $day } ?
day-first = Pour commencer, à { $start } : { $operation }, { $customer }.
day-late = { $count ->
    [one] Une est en retard.
   *[other] { $count } sont en retard.
  }
day-holiday = Jour férié : { $name }.
day-off = { $name } ne travaille pas ce jour-là.
day-person = Personne
day-person-found = { $count ->
    [0] Personne ne porte ce nom
    [one] { $count } personne
   *[other] { $count } personnes
  }
day-person-none = Personne ne s’appelle « { $text } ».
day-no-team = Sans équipe
day-date = Jour
day-choices = Personne et jour
day-previous = Jour précédent
day-next = Jour suivant
day-today = Ouverture du plan
day-no-hour = sans heure fixée
day-waits = En attente d’envoi
day-act-done = Noter
day-act-postpone = Reporter
day-act-refuse = Refuser
day-act-why = Pourquoi
day-suggestions = S’il vous reste du temps
day-suggestions-what = Cinq au plus, hors du plan, chacune avec sa raison.
day-suggestions-none = { $name } : rien de plus à proposer aujourd’hui.
day-done = { $count ->
    [one] Fait : { $count } action
   *[other] Fait : { $count } actions
  }
day-result-progress = le client avance
day-result-no-progress = pas d’avancée
day-result-disqualified = affaire arrêtée
day-deferred = { $count ->
    [one] Reporté ou refusé : { $count } action
   *[other] Reporté ou refusé : { $count } actions
  }
day-deferred-until = Reporté au { $day } : { $reason }
day-deferred-refused = Refusé : { $reason }
day-deferred-back = Remettre dans la journée
day-suggest-again = Proposer à nouveau
day-calendar = Agenda (.ics)
day-print = Imprimer
day-planned = Prévu
day-free = Libre pour le reste
day-given = Donné aux actions planifiées
day-bring = { $count ->
    [one] À faire avancer d’un pas : { $names }.
   *[other] { $count } clients à faire avancer d’un pas : { $names }.
  }
day-window = Temps de travail
day-line = Fil de la journée
day-count = { $count ->
    [one] { $count } action
   *[other] { $count } actions
  }
day-gap = { $length } sans action
day-purpose = Vers « { $step } »
day-with = avec { $names }
day-due = échéance { $day }
day-channel-visit = Visite
day-channel-video = Visio
day-channel-call = Appel
day-channel-mail = Courriel
day-channel-desk = Bureau
day-empty = Rien de prévu ce jour-là.
day-empty-why = Avec les délais du plan, aucune action pour { $name } ne tombe ce jour-là.
day-empty-next = Aller au { $day }
day-unplaced = Ce qui n’a pas pu être planifié
day-unplaced-none = { $name } : toutes les actions sont planifiées.
day-unplaced-same = Voir les { $count } actions
day-unplaced-first = Les { $shown } premières sur { $total }.
day-no-people = Personne n’est inscrit dans cette entreprise.
day-no-people-why = Le plan n’a donc aucune journée à montrer. Ajoutez l’équipe et ses calendriers, puis planifiez.
why-title = Pourquoi cette action
why-reasons = Pourquoi maintenant
why-pegging = À quoi elle sert
why-reasons-none = Le plan n’a pas donné de raison pour cette action.
why-order = Ordre { $order }

## Processus
rail-process = Processus
tab-processes = Processus
tab-process = Un processus
tab-imports = Imports
tab-objectives = Objectifs
tab-workshop = Équipes

## Réglages
rail-upkeep = Réglages
tab-users = Utilisateurs
tab-jobs = Travaux
tab-journal = Accès
tab-keeping = Données personnelles
tab-settings = Connexions

## La prochaine étape d’une page vide
next-workshop = Ajouter l’équipe et ses horaires
next-workshop-ask = L’administration des ventes ajoute l’équipe et ses horaires : demandez-le-lui.
next-process = Écrire un processus
next-process-ask = L’administration des ventes écrit les processus : demandez-lui le premier.
next-objective = Donner un objectif à un processus
next-objective-ask = L’administration des ventes donne un objectif à un processus : demandez-le-lui.
next-bill = Compléter la nomenclature d’actions
next-bill-ask = L’administration des ventes complète la nomenclature d’actions : demandez-le-lui.
next-indicator = Écrire un indicateur dans un processus
next-indicator-ask = L’administration des ventes écrit les indicateurs dans un processus : demandez-le-lui.
next-move = Déplacer une action sur le tableau
next-move-ask = La direction, un manager ou un vendeur déplace les actions sur le tableau : demandez-le-leur.
next-note = Noter un échange depuis ma journée
next-note-ask = Les échanges sont notés par qui suit ce client : demandez-lui où il en est.
