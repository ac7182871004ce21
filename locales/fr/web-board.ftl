# web-board
board-question = Qui fait quoi, et quand ?
board-answer = { $count } { $count ->
    [one] action
   *[other] actions
} pour { $people } { $people ->
    [one] personne
   *[other] personnes
},
board-answer-late = dont { $count } en retard,
board-answer-unplaced = { $count } sans date.
board-late-see = Aller à la suivante
board-grid = Tableau de planning
board-help = Flèches pour aller d’une action ou d’une personne à l’autre, Entrée pour ouvrir, L pour la charge du jour. Alt et flèches pour déplacer l’action, par pas de { $step } ; avec Majuscule, d’un jour ; Alt et Page suivante pour la prochaine place libre. Entrée pour voir ce que cela change, Échap pour remettre.
board-who = Équipe, personne
board-no-team = Sans équipe
board-people = { $count } { $count ->
    [one] personne
   *[other] personnes
}
board-away = absence
board-cell = { $name }, { $day } : { $away ->
    [yes] absence
   *[no] { $planned } prévues sur { $given }
}
board-load = { $name }, { $day }, charge : { $planned } sur { $given }
board-aim = { $what }, { $customer } : { $name }, { $day }, { $time }.
board-over-stays = { $what }, { $customer } : c’est fait. Cette action reste où elle était et ne prend plus de place.
board-hint-none = La place est libre, à temps.
board-hint-same-time = C’est sa place d’aujourd’hui.
board-hint-skill = Cette personne n’a pas la compétence, ou n’est pas à votre portée.
board-hint-non-working = Hors des heures de travail.
board-hint-before = Ce qui doit la précéder n’est pas fini.
board-hint-past = Ce moment est passé.
board-hint-overlap = Une autre action occupe cette place.
board-hint-customer-hours = Le client ou un participant n’est pas libre à cette heure.
board-hint-late = Elle finirait après son échéance.
board-hint-overload = La journée de cette personne serait trop pleine.
board-hint-frozen = Période gelée : il faudra une raison.
board-seats-wait = Recherche des places possibles…
board-frozen = Période gelée
board-tools = Période et équipes
board-sooner = Semaine précédente
board-later = Semaine suivante
board-sooner-month = Quatre semaines plus tôt
board-later-month = Quatre semaines plus tard
board-today = Aujourd’hui
board-zoom = Échelle
board-zoom-day = Jour
board-zoom-week = Semaine
board-zoom-month = Mois
board-team = Équipe
board-all-teams = Toutes les équipes
board-find = Chercher quelqu’un
board-replan = Re-planifier
board-legend-loose = Proposée
board-legend-pinned = Décidée
board-legend-over = Faite ou close
board-legend-off = Hors des heures
board-legend-load = Charge du jour, sous le trait de capacité
board-legend-keys = Glissez une action, ou Alt + flèches au clavier
board-move-title = Déplacer : { $customer }
board-thinking = Calcul de ce que cela déplace…
board-before = Avant
board-after = Après
board-others = { $count ->
    [0] Rien d’autre ne bouge.
    [one] Une autre action bouge
   *[other] { $count } autres actions bougent
}
board-apply = Déplacer
board-leave = Laisser comme avant
board-cannot = Cette place n’est pas possible. Choisissez-en une autre, ou laissez l’action où elle est.
board-reason = Pourquoi toucher à la période gelée ?
board-reason-hint = Gardé avec la version du plan, sous votre nom.
board-reason-missing = Donnez une raison, en quelques mots.
board-undo-reason = Retour à la place d’avant
board-stale = Quelqu’un a changé le plan entre-temps. Rien n’a été appliqué.
board-stale-see = Voir le plan tel qu’il est
board-stale-keep = Garder ma demande et recalculer
board-moved = { $customer } : l’action est déplacée.
board-change-moved = Déplacée.
board-change-late = En retard.
board-change-freed = Libérée.
board-change-unplaced = Sans date.
board-change-placed = Reçoit une date.
board-moves-more = Et { $count } autres.
board-moves-hidden = { $count ->
    [one] Une autre concerne quelqu’un
   *[other] { $count } autres concernent des personnes
} hors de votre portée.
board-replan-title = Que s’est-il passé ?
board-replan-about = Re-planifier : { $customer }
board-replan-what = Événement
board-event-absence = Quelqu’un est absent
board-event-lost = Une affaire est perdue
board-event-urgent = Une affaire devient urgente
board-event-overrun = Elle durera plus longtemps
board-event-cancel = Renoncer à cette action
board-replan-who = Personne
board-replan-first = Premier jour
board-replan-last = Dernier jour
board-replan-case = Affaire
board-replan-case-hint = Tapez le client ou le nom de l’affaire, puis choisissez. Sa référence complète convient aussi.
board-replan-minutes = Minutes de plus
board-replan-cancel = L’action sera abandonnée, et son temps rendu.
board-replan-look = Voir ce que cela change
board-replan-past = Cette absence est passée : rien ne bouge, elle est seulement notée.
board-replan-found = { $count ->
    [0] Rien ne bouge.
    [one] Une action change.
   *[other] { $count } actions changent.
}
board-count-moved = { $count ->
    [one] déplacée
   *[other] déplacées
}
board-count-late = en retard
board-count-freed = { $count ->
    [one] libérée
   *[other] libérées
}
board-count-unplaced = sans date
board-count-placed = { $count ->
    [one] reçoit une date
   *[other] reçoivent une date
}
board-replan-accept = Appliquer au plan
board-replan-nothing-yet = Rien n’est encore changé. Les places en pointillés montrent ce que deviendrait le plan.
board-replan-frozen = La semaine { $week } est gelée, et une action y change : pour appliquer, dites pourquoi.
board-replan-beyond = { $count ->
    [one] Une action concernée est
   *[other] { $count } actions concernées sont
} hors de votre portée : demandez à votre direction d’appliquer ce changement.
board-replanned =
    { $count ->
        [0] C’est noté, rien ne bouge.
        [one] Le plan est refait : une action a changé.
       *[other] Le plan est refait : { $count } actions ont changé.
    }
board-order-suggested = Proposée
board-order-firm = Ferme
board-order-released = Lancée
board-order-started = Commencée
board-order-done = Faite
board-order-closed = Close
board-day-of = Journée : { $name }
board-with-others = et { $count } { $count ->
    [one] autre personne
   *[other] autres personnes
}
board-slots = Autres dates possibles
board-slots-none = Aucune autre place dans le plan.
board-serves = À quoi elle sert
board-process-version = version { $version }
board-day-fits = { $planned } prévues sur { $given } : il reste { $over }.
board-day-over = { $planned } prévues sur { $given } : { $over } de trop.
board-day-away = Absence ce jour-là.
board-day-none = Aucune action ce jour-là.
board-unplaced = { $count ->
    [0] Toutes les actions ont une date
    [one] Une action sans date
   *[other] { $count } actions sans date
}
board-unplaced-none = Rien n’attend de date.
board-unplaced-how = Glissez une action sur le tableau, ou ouvrez-la pour voir ce qui lui donnerait une date.
board-unplaced-more = Voir les { $count } autres
board-unplaced-first = Les { $shown } premières sur { $count }.
board-due = échéance { $day }
board-cut = Le serveur ne répond plus.
board-cut-why = Le tableau montre la dernière réponse reçue ; il reprend de lui-même au retour du serveur.
board-others-changed = { $count ->
    [one] Une action a changé sur le tableau.
   *[other] { $count } actions ont changé sur le tableau.
}
board-empty = Personne n’est encore sur le tableau.
board-empty-why = Ajoutez les personnes et leurs horaires, puis planifiez : leurs actions paraîtront ici.
board-nobody = Personne ne répond à « { $text } ».
board-everybody = Montrer tout le monde
