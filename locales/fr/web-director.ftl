# web-director
director-process = Processus
director-no-process = Aucun processus n’a d’objectif en cours.
director-no-process-why = Donnez à un processus un objectif, avec un responsable et une période : les besoins, les promesses et les scénarios en découlent.
scenarios-question = Que changer pour tenir l’objectif ?
scenarios-as-is = Le plan tel qu’il est
scenarios-switch = Comparer avec un scénario
scenarios-switch-none = Le plan seul
scenarios-switch-all = Voir tous les scénarios
scenarios-load = Charge ({ $kind })
scenarios-shortage = Plus grand manque ({ $kind })
scenarios-shortage-week = { $shortage } ({ $week })
scenarios-none = aucun
scenarios-same = inchangé
scenarios-counted = Compté de { $first } à { $last }, sur ce qui reste à faire au { $day }. La page « Charge » montre le plan tel qu’il a été publié, avec ce qui est déjà fait.
scenarios-answer-holds = « { $name } » tient l’objectif : plus rien ne manque ({ $kind }), contre { $was } dans le plan tel qu’il est.
scenarios-answer-best = Rien ne suffit encore : avec « { $name } », il manque { $now } ({ $kind }) au lieu de { $was }.
scenarios-answer-none = Rien ne réduit ce qui manque : { $was } ({ $kind }).
scenarios-answer-already = L’objectif tient déjà dans le plan tel qu’il est ({ $kind }).
scenarios-answer-so = Cela fait { $hours } et { $contacts }.
scenarios-answer-other = Avec « { $name } », { $hours } et { $contacts }.
scenarios-more = { $hours } de plus
scenarios-less = { $hours } de moins
scenarios-hours-same = autant d’heures
scenarios-contacts-more = { $count ->
    [one] un contact de plus
   *[other] { $n } contacts de plus
  }
scenarios-contacts-less = { $count ->
    [one] un contact de moins
   *[other] { $n } contacts de moins
  }
scenarios-contacts-same = autant de contacts
scenarios-legend = Plein : le travail qui tient. Hachuré : celui qui ne tient pas à temps. Trait : la capacité de toute la période.
scenarios-under = { $kind } : { $ratio } de la capacité de la période
scenarios-contacts = Contacts à faire
scenarios-deals = Affaires
scenarios-margin = Marge par heure du goulet
scenarios-back = Revenir aux scénarios de l’entreprise
scenarios-try = Essayer autre chose
scenarios-dilemma = Deux fois plus de suivi, ou une meilleure conversation ?
scenarios-dilemma-why = Compare deux colonnes à l’étape où cela compte le plus pour le goulet : deux fois plus de travail, ou 20 % de réussite en plus.
scenarios-dilemma-effort = Deux fois plus de suivi : { $step }
scenarios-dilemma-yield = 20 % de mieux : { $step }
scenarios-compare = Comparer
scenarios-column = Colonne { $number }
scenarios-column-add = Ajouter une colonne
scenarios-column-remove = Retirer cette colonne
scenarios-name = Nom
scenarios-lever = Levier
scenarios-lever-yield = Meilleure conversation
scenarios-lever-effort = Plus de travail à une étape
scenarios-lever-volume = Plus de contacts
scenarios-lever-remote = À distance
scenarios-lever-automate = Automatiser
scenarios-lever-people = Renfort
scenarios-lever-add = Ajouter un levier
scenarios-lever-remove = Retirer ce levier
scenarios-about = Sur quoi
scenarios-size-whole = Saisissez un nombre entier.
scenarios-size-yield = % de plus
scenarios-size-effort = fois
scenarios-size-volume = fois
scenarios-size-remote = % à distance
scenarios-size-people = personnes de plus
promise-question = Que peut-on promettre ?
promise-what = Promettre
promise-deals = des affaires
promise-revenue = un chiffre d’affaires
promise-margin = une marge
promise-quantity = Combien
promise-from = Du
promise-to = Au
promise-ask = Demander
promise-how = Une quantité se demande entre deux jours. Sans quantité ni dates, la réponse porte sur les objectifs en cours.
promise-no-from = Choisissez le premier jour : une quantité se compte entre deux jours.
promise-no-to = Choisissez le dernier jour : une quantité se compte entre deux jours.
promise-yes = Oui.
promise-no = Non.
promise-asked = Affaires demandées
promise-missing = Temps qui manque : { $what }
promise-nearest = Affaires que l’on peut promettre
promise-nearest-week = Semaine où toute la demande tiendrait
needs-question = Que faut-il faire entrer, et quand ?
needs-answer = Pour { $deals } affaires, il faut { $contacts } contacts ({ $name }).
needs-unplaced = { $count ->
    [one] Une affaire en cours n’est rattachée à aucune étape.
   *[other] { $count } affaires en cours ne sont rattachées à aucune étape.
}
needs-yield = rendement { $yield }
needs-lead = { $count ->
    [one] délai { $count } jour
   *[other] délai { $count } jours
}
needs-line = Il en faut { $entering } : { $taken } par les affaires en cours, { $net } à trouver.
needs-waiting = { $count ->
    [0] Aucune attendue des affaires en cours
    [one] { $shown } attendue des affaires en cours
   *[other] { $shown } attendues des affaires en cours
  }
needs-overdue = { $count } auraient déjà dû entrer.
needs-weeks = Besoins nets par semaine
needs-step = Étape
needs-due = Affaires attendues
full-title = Qui a une semaine trop pleine la semaine prochaine ?
full-answer = { $count ->
    [0] Personne, parmi ceux que vous voyez, n’a trop à faire en { $week }.
    [one] Une personne a trop à faire en { $week }, ou du travail hors de ses horaires.
   *[other] { $count } personnes ont trop à faire en { $week }, ou du travail hors de leurs horaires.
}
full-who = Personne
full-team = Équipe
full-planned = Prévues
full-capacity = Possibles
full-outside = Hors horaires
full-board = Voir son tableau en { $week }
full-letter = Chaque jeudi, quand l’envoi de courriels est réglé, chaque personne concernée et son responsable en reçoivent l’avis.
versions-question = Qu’est-ce qui a bougé dans le plan ?
versions-one = Le plan n’a qu’une version.
versions-one-why = Dès qu’une action sera déplacée ou le plan refait, on verra ici ce qui a bougé, par qui et pourquoi.
versions-from = De
versions-to = à
versions-name = version { $version }
versions-same = Choisissez deux versions différentes.
versions-answer = { $count ->
    [0] Aucune action n’a changé ; dernière version par { $actor }.
    [one] Une action a changé ; dernière version par { $actor }.
   *[other] { $count } actions ont changé ; dernière version par { $actor }.
}
versions-over = { $count ->
    [one] Une autre a été faite entre les deux : sa place est libre, mais le plan ne l’a pas bougée.
   *[other] { $count } autres ont été faites entre les deux : leurs places sont libres, mais le plan ne les a pas bougées.
  }
versions-all = Toutes les versions
versions-version = Version
versions-made = Publiée le
versions-origin = Origine
versions-origin-unknown = Origine non gardée
versions-reason = Raison donnée
versions-others = { $count ->
    [one] Et une autre version entre les deux, dans la liste plus bas.
   *[other] Et { $count } autres versions entre les deux, dans la liste plus bas.
}
versions-nobody = le système
versions-figure = Chiffre
versions-change = Écart
versions-placed = Actions datées
versions-late = En retard
versions-unplaced = Sans date
versions-gap = Retard qu’un meilleur ordre gagnerait, au plus
versions-points = { $points } points
versions-load = Charge ({ $name })
versions-moves = Ce qui a bougé
indicators-question = Où en sommes-nous ?
indicators-answer = { $parts }.
indicators-about = { $count ->
    [one] Un indicateur
   *[other] { $count } indicateurs
  }, du { $from } au { $to } : chaque nombre ouvre les faits dont il vient.
indicators-part = { $name } : { $shown }
indicators-part-planned = { $name } : { $shown } (prévu { $planned })
indicators-period = Période montrée
indicators-from = Du
indicators-to = Au
indicators-show = Montrer cette période
indicators-usual = Revenir aux 90 derniers jours
indicators-days = { $count ->
    [one] { $shown } jour
   *[other] { $shown } jours
  }
indicators-nothing = Rien à compter sur cette période.
indicators-load-window = Du { $from } au { $to } seulement. La page « Charge » compte toute la période de l’objectif.
indicators-empty = Aucun indicateur n’est défini.
indicators-empty-why = Un indicateur a une formule, un responsable et une décision qu’il éclaire : écrivez-le dans la fiche du processus.
indicators-recompute = Recalculer depuis les faits
indicators-recomputed = Recalculé à l’instant.
indicators-facts = { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
indicators-planned = prévu { $planned }
indicators-about-closed = { $count ->
    [one] Un indicateur
   *[other] { $count } indicateurs
  }, du { $from } au { $to }. Ces nombres sont collectifs ; vos droits n’ouvrent pas les faits dont chacun vient.
indicators-unplanned = Rien de prévu. { $why }
indicators-planned-how = Ce qui est prévu. { $how }.
indicators-recorded = Enregistré : { $when }
indicators-hidden = { $count ->
    [one] { $shown } autre est compté, que vos droits ne montrent pas.
   *[other] { $shown } autres sont comptés, que vos droits ne montrent pas.
}
indicators-owner = Responsable : { $owner }
indicators-how = Comment c’est compté
formula-over = { $term } sur { $over }
formula-times = { $term } × { $factor }
formula-sum-value = montant total des { $what }
formula-sum-days = durée totale des { $what }
formula-sum-minutes = temps total des { $what }
formula-mean-value = montant moyen des { $what }
formula-mean-days = durée moyenne des { $what }
formula-mean-minutes = temps moyen des { $what }
formula-median-value = montant médian des { $what }
formula-median-days = durée médiane des { $what }
formula-median-minutes = temps médian des { $what }
formula-of-case-entered = affaires entrées
formula-of-case-won = affaires gagnées
formula-of-case-lost = affaires perdues
formula-of-case-closed = affaires closes, gagnées ou perdues
formula-of-customer-won = clients gagnés pour la première fois
formula-of-step-entered = entrées à l’étape « { $step } »
formula-of-step-left = séjours terminés à l’étape « { $step } »
formula-of-step-through = affaires qui ont franchi l’étape « { $step } »
formula-of-step-decided = affaires qui ont franchi l’étape « { $step } » ou s’y sont perdues
formula-of-order-due = actions dont le jour prévu est venu
formula-of-order-on-time = actions faites au plus tard le jour prévu
formula-of-order-done = actions faites
formula-of-order-progress = actions faites avec un progrès du client
formula-of-load = actions planifiées
formula-of-capacity = plages ouvertes aux actions
indicators-counted = { $count ->
    [one] { $shown } objet compté
   *[other] { $shown } objets comptés
}
indicators-over = { $count ->
    [one] Divisé par { $shown } objet
   *[other] Divisé par { $shown } objets
}
indicators-over-work = { $count ->
    [one] Divisé par { $shown } plage de travail
   *[other] Divisé par { $shown } plages de travail
}
indicators-worked = { $count ->
    [one] { $shown } plage de travail
   *[other] { $shown } plages de travail
}
indicators-worked-more = { $count ->
    [one] Et { $shown } autre plage de travail, pas montrée ici.
   *[other] Et { $shown } autres plages de travail, pas montrées ici.
}
indicators-times = compté { $shown } fois
indicators-proof = Fichier de preuve
cascade-question = À quoi servent nos actions ?
cascade-answer = { $objectives } { $objectives ->
    [one] objectif
   *[other] objectifs
}, { $lines } { $lines ->
    [one] ligne stratégique
   *[other] lignes stratégiques
}, { $actions } actions à venir.
cascade-no-line = Sans ligne stratégique
cascade-no-line-why = Ces objectifs ne disent pas encore quelle orientation de l’entreprise ils servent.
cascade-line-owner = responsable : { $owner }
cascade-line-period = du { $from } au { $to }
cascade-line-draft = Brouillon : il manque { $missing }.
cascade-line-lacks-name = un nom
cascade-line-lacks-owner = un responsable
cascade-line-lacks-period = une période
cascade-line-unserved = Aucun objectif ne sert encore cette ligne.
cascade-draft = Brouillon : sans responsable ou sans période.
cascade-over = Période passée.
cascade-ahead = { $count ->
    [one] { $shown } action à venir
   *[other] { $shown } actions à venir
}
cascade-done = { $count ->
    [one] { $shown } faite
   *[other] { $shown } faites
}
cascade-needs = Ce que demande cet objectif

## Les actions d’un objectif
actions-question = Quelles actions servent cet objectif ?
actions-question-of = Quelles actions servent « { $name } » ?
actions-up = Remonter à l’objectif
actions-answer = { $ahead ->
    [0] Aucune action à venir
    [one] { $ahead_shown } action à venir
   *[other] { $ahead_shown } actions à venir
  }, { $done ->
    [0] aucune faite.
    [one] { $done_shown } faite.
   *[other] { $done_shown } faites.
  }
actions-reach = Seules les actions que vous pouvez voir sont comptées : les vôtres, ou celles de votre équipe.
actions-none = Aucune action que vous pouvez voir ne sert cet objectif.
actions-none-why = Une action sert un objectif de son processus quand elle commence, ou est due, dans sa période. Il faut un plan publié.
actions-list = Actions de l’objectif
actions-day = Jour
actions-customer = Client
actions-what = Action
actions-step = Étape
actions-who = Qui
actions-done = faite
actions-due = due le { $day }
actions-nobody = personne encore
actions-every-what = Toutes les actions
actions-week-question = Quelles actions en { $week } ?
actions-week-question-of = Quelles actions en { $week } pour { $name } ?
actions-week-back = Revenir à la charge
actions-week-answer = { $count ->
    [0] Aucune action.
    [one] { $shown } action, { $hours }.
   *[other] { $shown } actions, { $hours }.
}
actions-week-load = La charge compte un travail dans la semaine où il arrive ; le plan peut le placer plus tôt ou plus tard.
actions-week-list = Actions de la semaine
actions-week-none = Le plan ne place aucune action que vous pouvez voir dans cette semaine.
actions-week-none-why = Sa charge peut être placée une autre semaine, ou n’avoir pas encore de date.
actions-week-unknown = La semaine « { $week } » n’existe pas.
actions-week-unknown-why = Une semaine s’écrit comme 2027-W08.
actions-which = De quel objectif ?
actions-which-why = Cette page montre les actions d’un objectif : on y vient depuis la cascade.
actions-choose = Choisir un objectif

## En-cours
wip-question = Qu’est-ce qui attend, et depuis quand ?
wip-back = Revenir aux besoins
wip-answer = { $total ->
    [one] { $total_shown } affaire en cours
   *[other] { $total_shown } affaires en cours
  } ({ $name }), { $marked ->
    [0] aucune ne vieillit.
    [one] { $marked_shown } vieillit.
   *[other] { $marked_shown } vieillissent.
  }
wip-little = D’après le débit et le délai des douze derniers mois, { $expected } affaires devraient être en cours ; il y en a { $open }.
wip-line = { $count ->
    [0] aucune affaire
    [one] { $shown } affaire
   *[other] { $shown } affaires
  }
wip-usual = { $count ->
    [one] { $shown } jour d’habitude à cette étape
   *[other] { $shown } jours d’habitude à cette étape
  }
wip-ageing = { $count ->
    [one] { $shown } affaire y est depuis plus de deux fois ce délai
   *[other] { $shown } affaires y sont depuis plus de deux fois ce délai
  }
wip-age-step = { $count ->
    [0] arrivée aujourd’hui
    [one] à cette étape depuis { $shown } jour
   *[other] à cette étape depuis { $shown } jours
  }
wip-age-pipeline = { $count ->
    [0] ouverte aujourd’hui
    [one] ouverte depuis { $shown } jour
   *[other] ouverte depuis { $shown } jours
  }
wip-age-unknown = depuis quand : inconnu
wip-next = prochaine action : { $day }
wip-next-none = aucune action prévue
wip-marked = vieillit
wip-more = Les { $count } plus anciennes sont montrées.
wip-unplaced = À aucune étape du processus
wip-none = Rien n’attend dans ce processus.
wip-none-why = Une affaire ouverte attend à l’étape où elle se trouve : ce processus n’en a aucune.
wip-deals = Voir les affaires

## Garder un scénario
scenarios-keep = Garder ce scénario
scenarios-keep-of = Garder ce scénario : « { $name } »
scenarios-keep-hint = Il rejoint les scénarios de l’entreprise. Ni le plan ni le processus ne changent : l’appliquer est un acte à part.
scenarios-keep-people = Son renfort ne s’écrit pas dans un processus : il s’inscrit dans les équipes.
scenarios-keep-no-name = Donnez-lui un nom court.
scenarios-keep-no-reason = Dites pourquoi le garder, en quelques mots.
scenarios-reason = Pourquoi le garder
scenarios-volume-not-kept = « Plus de contacts » ne se garde pas dans un scénario.
scenarios-volume-not-kept-why = Le volume suit l’objectif : il n’est ni dans le processus ni dans les équipes. Changez l’objectif, ou essayez sans ce levier.
scenarios-to-objectives = Ouvrir les objectifs
scenarios-kept = « { $name } » gardé.
scenarios-kept-where = « { $name } » est gardé parmi les scénarios de l’entreprise.
scenarios-kept-next = Il y reste, comparé au plan tel qu’il est. Rien d’autre n’a changé.
scenarios-kept-because = Gardé parce que : { $reason }
scenarios-in-team = Son renfort ne s’écrit pas dans le processus : inscrivez les personnes dans les équipes.
scenarios-write = L’écrire dans le processus, sans publier
scenarios-write-by-others = L’administration des ventes peut l’écrire dans le processus depuis cette page, puis le publier.
scenarios-take-out = Retirer
scenarios-take-out-of = Retirer le scénario « { $name } »
scenarios-take-out-why = Il quitte la liste pour tous. Le plan et le processus restent tels qu’ils sont ; pour le revoir, il faudra l’essayer de nouveau.
scenarios-taken-out = « { $name } » retiré.
scenarios-to-teams = Ouvrir les équipes
