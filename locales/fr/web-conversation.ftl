# web-conversation

## Fiche
sheet-question = Comment préparer { $customer } ?
sheet-question-any = Comment préparer cet échange ?
sheet-back = Ma journée
sheet-print = Imprimer la fiche
sheet-when = { $day } à { $hour }
sheet-no-hour = Sans heure fixée
sheet-aim = But : « { $step } »
sheet-theme = Thème : { $theme }
sheet-who = Avec qui
sheet-nobody = Personne n’est encore connu chez ce client.
sheet-role = Rôle attendu : { $role }
sheet-others = Aussi chez ce client : { $names }.
sheet-promises = Promesses en cours
sheet-goal = Son but, avec ses mots
sheet-quoted = « { $text } »
sheet-said = Dit le { $day }
sheet-said-by = Dit par { $by }, { $day }
sheet-no-goal = Le client n’a pas encore dit son but : c’est la première chose à lui demander.
sheet-scenario = Scénario d’usage
sheet-scenario-event = Événement
sheet-scenario-actor = Qui
sheet-scenario-actions = Fait
sheet-scenario-result = Résultat
sheet-before = Avant :
sheet-after = Après :
sheet-questions = { $count ->
    [one] La question à poser
   *[other] Les { $count } questions à poser
  }
sheet-proof = Preuves attendues du client
sheet-wanted = à obtenir
sheet-wanted-days = à obtenir, valable { $days } jours
sheet-had = reçue le { $day }
sheet-lapsed = périmée depuis le { $day }
sheet-no-proof = Aucune preuve n’est attendue à cette étape.
sheet-checklist = À ne pas oublier
sheet-last = Dernier échange : { $day }, { $result }.
sheet-after-it = Après l’échange
sheet-noted = C’est noté
sheet-read-only = Vous pouvez lire cette fiche. Noter l’échange revient à la personne qui le mène.
sheet-no-order = Aucune action n’est choisie.
sheet-no-order-why = Une fiche se prépare pour une action du jour : ouvrez-la depuis votre journée.

## Saisie
capture-goal = Son but, avec ses mots
capture-goal-before = Dit avant : « { $text } »
capture-promises = Promesses
capture-ours = Nous avons promis
capture-theirs = Le client a promis
capture-ours-add = Nous avons promis…
capture-theirs-add = Le client a promis…
capture-ours-example = Envoyer l’étude de rebuts
capture-theirs-example = Réunir l’atelier
capture-what = Ce qui est promis
capture-for = Pour le
capture-remove = Retirer cette promesse
capture-evidence = Preuve
capture-photo = Photo
capture-file = Fichier
capture-mail = Courriel
capture-mail-label = Collez ici le courriel du client
capture-evidence-none = Simple pièce jointe
capture-evidence-kind = Ce qu’elle prouve
capture-size = { $size } ko
capture-file-remove = Retirer { $name }
capture-too-big = Plus de 8 Mo : { $names }. Réduisez le fichier, ou joignez-en une photo.
capture-next = Prochaine date
capture-near = { $field } : dates proches
capture-in = { $days ->
    [1] Demain
    [2] 2 jours
    [3] 3 jours
    [7] 1 sem.
    [14] 2 sem.
    [30] 1 mois
   *[other] { $days } jours
  }
capture-more = Interlocuteur, jour, durée, note
capture-contact = Avec qui
capture-with = Avec { $name }
capture-contact-none = Non précisé
capture-held = Jour de l’échange
capture-held-hint = Laissez vide pour aujourd’hui.
capture-minutes = Durée, en minutes
capture-minutes-hint = Laissez vide pour la durée prévue.
capture-note = Note pour vous
capture-outcome = Enregistrer : comment s’est passé l’échange ?
capture-as-progress = Le client avance
capture-as-no-progress = Pas d’avancée
capture-as-disqualified = Affaire à arrêter
capture-said = Échange avec { $customer } enregistré.
capture-of = Échange avec { $customer }
capture-file-of = Fichier { $name }, { $customer }
capture-waiting = Échange avec { $customer } : gardé ici, partira avec le réseau.
sheet-waits = En attente du réseau
sheet-waits-why = Votre saisie est gardée sur cet appareil. Elle partira une seule fois, dès que le réseau revient.
capture-took = Saisi en { $seconds } s.
capture-kept = Votre saisie d’avant est encore là.
capture-start-again = Repartir de zéro
capture-cut = Le réseau est coupé.
capture-cut-why = Rien n’est perdu : ce que vous avez tapé reste ici, sur cet appareil, et ne comptera qu’une fois.
capture-look = Un point est à revoir ci-dessus. Ce que vous avez tapé est gardé.
capture-confirm = C’est bien cette durée
capture-slow = Envoi en cours : le serveur met plus d’une seconde à répondre.

## Échange non prévu
note-do = Noter un échange
note-question = Que s’est-il dit avec { $name } ?
note-question-any = Avec qui avez-vous parlé ?
note-what = Un appel reçu, une rencontre : rien n’était prévu, et cela compte comme un échange prévu. Il se lit sur le compte et dans votre journée.
note-whom = Choisissez d’abord la société.
note-back = Retour
note-way = Par quel moyen
note-minutes-hint = Laissez vide pour un quart d’heure.
note-deal = À propos de
note-no-deal = Aucune affaire en particulier
note-evidence = Preuve donnée par le client
note-evidence-hint = Celles que l’étape de l’affaire attend.
note-no-evidence = Aucune
note-not-yours = Les échanges sont notés par qui les tient.
note-not-yours-why = Votre compte n’est celui de personne de l’atelier, ou votre rôle ne note pas d’échange. Ceux qui l’ont été se lisent dans Échanges.

## Résultats
result-progress = le client avance
result-no-progress = pas d’avancée
result-disqualified = affaire arrêtée

## Gestes
act-done = Noter : { $customer }
act-postpone = Reporter : { $customer }
act-refuse = Refuser : { $customer }
act-sheet = Ouvrir la fiche de préparation
desk-what = Personne à citer ici : dites seulement que c’est fait. Cela ne s’annule pas.
desk-do = C’est fait
desk-said = Fait : { $title }.
desk-planned = Laissez vide pour { $length }, comme prévu.
desk-not-minutes = Saisissez un nombre entier de minutes.
defer-until = Reporter au
defer-reason = Pourquoi ?
defer-reason-hint = La raison se lira sur la ligne et change les propositions.
defer-usual = Raisons courantes
defer-because-away = En congé
defer-because-asked = Le client l’a demandé
defer-because-unreached = Injoignable
defer-because-waiting = Attend une réponse
defer-because-useless = Inutile à ce stade
defer-no-day = Choisissez le jour.
defer-no-reason = Donnez la raison, même en deux mots.
defer-do-postponed = Reporter
defer-do-refused = Refuser
defer-said-postponed = { $customer } : reporté au { $day }.
defer-said-refused = { $customer } : refusé, retiré de la journée.

## Promesses
promise-ours = Par nous
promise-theirs = Par le client
promise-ours-none = Nous ne devons rien.
promise-theirs-none = Le client ne doit rien.
promise-for = pour le { $day }
promise-past = échue depuis le { $day }
promise-no-day = sans date
promise-kept = tenue
promise-broken = non tenue
promise-dropped = abandonnée

## Échange tenu
held-question = Que s’est-il dit avec { $customer } ?
held-question-any = Que s’est-il dit ?
held-next = Prochaine date : { $day }.
held-evidence = Preuve : { $name }, { $day }.
held-account = Voir le compte
held-sheet = Voir la fiche
held-undo = Annuler cette saisie
held-none = Aucun échange n’est choisi.
held-none-why = Ouvrez-en un depuis votre journée ou depuis la page d’un client.

## Lettre
letter-title = Lettre de confirmation
letter-what = Un projet à relire : rien ne part sans vous.
letter-prepare = Préparer la lettre
letter-language = Langue de la lettre
letter-subject = Objet
letter-body = Texte
letter-mail = Ouvrir dans la messagerie
letter-mail-to = Écrire à { $to }
letter-copy = Copier
letter-copied = Copié.
letter-not-copied = Le navigateur refuse l’accès au presse-papiers : sélectionnez le texte et copiez-le.

## Relation et fil
health-title = Santé de la relation
health-solid = Solide
health-fair = Correcte
health-weak = Fragile
health-none = Pas encore établie
health-points = { $points } points sur { $most }
health-of = { $points } sur { $most }
timeline-title = Ce qui s’est passé
timeline-conversation = Échange
timeline-promise = Promesse
timeline-evidence = Preuve
timeline-step = Étape
timeline-case = Affaire
timeline-merge = Fusion
timeline-none = Rien ne s’est encore passé ici.
timeline-none-why = Échanges, promesses et preuves s’inscrivent ici d’eux-mêmes, à mesure que vous les notez.

## Preuves périmées
lapsed-since = Preuve périmée depuis le { $day }
lapsed-what = { $evidence } (étape « { $step } »).
lapsed-do = Obtenez-en une nouvelle au prochain échange ; sinon ramenez l’affaire à l’étape « { $step } », où elle retombe.
lapsed-do-stay = Obtenez-en une nouvelle au prochain échange : c’est la première étape, l’affaire y reste.

## Flux
flow-question = Où en sont mes échanges ?
flow-answer = { $held ->
    [0] Aucun échange tenu
    [one] { $held } échange tenu
   *[other] { $held } échanges tenus
  } en 30 jours, { $due } à venir ; { $promised ->
    [0] aucune promesse en cours
    [one] { $promised } promesse en cours
   *[other] { $promised } promesses en cours
  }, dont { $overdue ->
    [0] aucune échue
    [one] { $overdue } échue
   *[other] { $overdue } échues
  } ; { $silent ->
    [0] aucun client silencieux
    [one] { $silent } client silencieux
   *[other] { $silent } clients silencieux
  }.
flow-first = Les { $shown } clients les plus pressants, sur { $total }.
flow-whose = Échanges : { $name }
flow-show = Ce qui est montré
flow-show-all = Tous
flow-show-overdue = Promesse échue
flow-show-silent = Silencieux
flow-show-due = À venir
flow-show-held = Tenus
flow-show-none = Aucun client n’est dans ce cas.
flow-show-every = Voir tous les clients
flow-account = Client
flow-held = Tenus
flow-held-none = Rien depuis 30 jours
flow-due = À venir
flow-due-none = Rien de prévu
flow-no-day = sans date
flow-promised = Promis
flow-promised-none = Aucune promesse en cours
flow-silent-days = { $days } jours sans échange
flow-none = Aucun échange à montrer.
flow-none-why = Les échanges tenus, prévus et promis de chaque client se liront ici. Notez le premier depuis votre journée.
settle-open = Solder
settle-of = Que devient la promesse « { $what } » ?
settle-kept = Tenue
settle-broken = Non tenue
settle-dropped = Abandonnée
settle-moved = Autre date
settle-day = Nouvelle date
settle-move = Fixer cette date
settle-said-kept = Promesse tenue : { $what }.
settle-said-broken = Promesse non tenue : { $what }.
settle-said-dropped = Promesse abandonnée : { $what }.
settle-said-moved = Nouvelle date : { $what }.

## Agenda
agenda-question = Que me réserve cette semaine ?
agenda-answer = { $week }, à partir du { $day } : { $count ->
    [0] aucune action
    [one] { $count } action
   *[other] { $count } actions
  }, { $hours }.
agenda-choices = Personne et semaine
agenda-before = Semaine précédente
agenda-after = Semaine suivante
agenda-this = Semaine d’ouverture du plan
agenda-none = Rien n’est prévu cette semaine.
agenda-none-why = Le plan n’a placé aucune action pour { $name } sur ces jours.
agenda-day-none = Rien de prévu.
agenda-held = fait
agenda-feed = Dans votre agenda
agenda-feed-what = Vos rendez-vous dans l’agenda de votre téléphone ou de votre messagerie, tenus à jour à mesure que le plan change. Ou une seule fois, en fichier :
agenda-feed-file-what = Ces rendez-vous en fichier, pour un autre agenda :
agenda-feed-address = Adresse secrète de vos rendez-vous
agenda-feed-file = Télécharger (.ics)
agenda-feed-not-copied = Le navigateur refuse l’accès au presse-papiers : l’adresse est sélectionnée, copiez-la avec Ctrl+C.
agenda-feed-make = Créer mon adresse
agenda-feed-none = Collez cette adresse dans « S’abonner à un calendrier » ou « Ajouter par URL ». Elle ne montre que vos rendez-vous et ne permet d’en changer aucun.
agenda-feed-made = Voici l’adresse de vos rendez-vous.
agenda-feed-once = Copiez-la maintenant : elle ne sera plus montrée. Qui la connaît peut lire vos rendez-vous ; ne la donnez qu’à votre agenda.
agenda-feed-there = Votre adresse est active depuis le { $made }, jusqu’au { $ends }.
agenda-feed-read = Un agenda l’a lue le { $seen }.
agenda-feed-unread = Aucun agenda ne l’a encore lue.
agenda-feed-another = En créer une autre
agenda-feed-another-why = Si elle est perdue ou vue par d’autres, remplacez-la : l’ancienne cesse aussitôt de fonctionner.
agenda-feed-withdraw = La retirer
agenda-feed-withdrawn = L’adresse de vos rendez-vous est retirée.

## Temps rendu
give-question = Que me rend le temps que je saisis ?
give-month = Mois
give-month-before = Mois précédent
give-month-after = Mois suivant
give-answer = { $entered } de saisie, { $returned } rendues.
give-answer-whole = Toute l’entreprise : { $entered } de saisie, { $returned } rendues.
give-entered = Saisi
give-returned = Rendu
give-lines = Ce qui est rendu
give-what = Rendu par
give-count = Fois
give-kept = Ce qui est compté, et qui le lit
give-kept-what = Le serveur garde la durée de chaque saisie, de l’ouverture du formulaire à l’envoi (trente minutes au plus comptent), et note qu’une fiche ou un brouillon de lettre a été ouvert, une fois par jour. Une saisie annulée ne compte plus.
give-read = Cette page ne montre vos nombres qu’à vous. Les personnes qui voient toute l’entreprise, comme la direction, n’y lisent que le total de l’entreprise ; votre manager n’y lit que les siens.
give-read-whole = Vous voyez toute l’entreprise : cette page en donne le total, jamais les nombres d’une personne. Chacun lit les siens, et lui seul.
give-read-proof = La durée d’une saisie est aussi dans le journal des faits, avec l’échange et le nom de qui l’a noté : les personnes qui ont droit aux preuves du journal peuvent l’y lire.
