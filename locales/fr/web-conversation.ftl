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
capture-contact-none = Non précisé
capture-held = Jour de l’échange
capture-held-hint = Vide : aujourd’hui.
capture-minutes = Durée, en minutes
capture-minutes-hint = Vide : la durée prévue.
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

## Résultats
result-progress = le client avance
result-no-progress = pas d’avancée
result-disqualified = affaire arrêtée

## Gestes
act-done = Noter : { $customer }
act-postpone = Reporter : { $customer }
act-refuse = Refuser : { $customer }
act-sheet = Ouvrir la fiche de préparation
desk-what = Personne à citer : dites seulement que c’est fait.
desk-do = C’est fait
desk-said = Fait : { $title }.
desk-planned = Vide : { $length }, comme prévu.
desk-not-minutes = Donnez un nombre entier de minutes.
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
held-sheet = Voir la fiche
held-undo = Annuler cette saisie
held-none = Aucun échange n’est choisi.
held-none-why = Ouvrez-en un depuis votre journée ou depuis la page d’un client.

## Lettre
letter-title = Lettre de confirmation
letter-what = Un projet à relire : rien ne part sans vous.
letter-language = Langue de la lettre
letter-subject = Objet
letter-body = Texte
letter-mail = Ouvrir dans la messagerie
letter-mail-to = Écrire à { $to }
letter-copy = Copier
letter-copied = Copié.
letter-not-copied = Le navigateur garde le presse-papiers : sélectionnez le texte et copiez-le.
