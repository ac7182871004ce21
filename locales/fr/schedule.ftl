# schedule
schedule-action = « { $action } », { $customer }
schedule-action-alone = « { $action } »
schedule-action-other = une autre action

# Un instant ; à minuit, le jour seul
schedule-moment = { $day } à { $time }

# Pourquoi pas plus tôt
schedule-reason-pinned = La date a été décidée ou l’action a commencé.
schedule-reason-release = Pas avant le { $until } : l’action n’est pas à faire plus tôt.
schedule-reason-slack = Avant le { $until }, c’était possible : le plan entier n’y gagnait rien.
schedule-reason-after = Pas avant le { $until } : il faut d’abord { $action }.
schedule-reason-after-delay = Pas avant le { $until } : il faut laisser passer { $delay } après { $action }.
schedule-reason-customer = Pas avant le { $until } : le client n’est pas disponible plus tôt.
schedule-reason-away = Pas avant le { $until } : { $person } ne travaille pas.
schedule-reason-mornings = La séance de { $session } ne tient que le matin : il ne reste que { $left } avant la coupure.
schedule-reason-afternoons = La séance de { $session } ne tient que l’après-midi : il ne reste que { $left } avant la coupure.
schedule-reason-too-short = La séance de { $session } ne tient pas : il ne reste que { $left } avant la coupure.
schedule-reason-nowhere = { $person } n’a aucune plage où tienne la séance de { $session } : il ne reste que { $left } avant la coupure.
schedule-reason-busy = { $person } n’est pas libre avant le { $until } : { $action }.
schedule-reason-day-full = Jusqu’au { $until }, { $person } a déjà donné la part de ses journées réservée aux actions planifiées.
schedule-reason-solicited = Pas avant le { $until } : la règle est de ne pas solliciter un client plus de { $times } fois en { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et il y a déjà { $action }.
schedule-reason-taken = Pas avant le { $until } : « { $room } » n’est pas libre.
schedule-reason-too-long-after = Pas à ce moment : c’est plus de { $delay } après { $action }.
schedule-reason-too-long-before = Pas avant le { $until } : { $action } suivrait à plus de { $delay }.
schedule-off-leave = Pas avant le { $until } : le { $day }, { $person } est en congé.
schedule-off-holiday = Pas avant le { $until } : le { $day }, { $person } ne travaille pas ({ $name }).
schedule-off-exception = Pas avant le { $until } : le { $day }, { $person } ne travaille pas ({ $name }).

# Pourquoi pas du tout
schedule-cause-predecessor = Pas de date tant que { $action } n’en a pas.
schedule-cause-bound = Pas de date tant que { $action } n’en trouve pas : les deux se suivent de près ou ne se font pas.
schedule-cause-dearer = Il y a de la place, mais l’action serait si en retard que s’en passer coûte moins cher.
schedule-cause-beyond-horizon = L’action ne peut commencer qu’après la fin du planning ({ $horizon }).
schedule-cause-no-room = Jusqu’au { $horizon }, il n’y a aucune place.
schedule-nobody-person = { $person } ne fait pas partie des ressources, ou tient déjà une autre place dans cette action.
schedule-nobody-kind = Il manque une personne du poste « { $kind } ».
schedule-nobody-skill = Il manque une personne du poste « { $kind } » avec la compétence « { $skill } ».
schedule-no-room-pinned = Aucune place jusqu’au { $until } : la date a été décidée.
schedule-no-room-release = Aucune place jusqu’au { $until } : l’action ne peut commencer que trop près de cette date.
schedule-no-room-slack = Aucune place jusqu’au { $until } : le plan entier n’y gagnait rien.
schedule-no-room-after = Aucune place jusqu’au { $until } : il faut d’abord { $action }.
schedule-no-room-after-delay = Aucune place jusqu’au { $until } : il faut laisser passer { $delay } après { $action }.
schedule-no-room-customer = Aucune place jusqu’au { $until } : le client n’est pas disponible, ou pas assez longtemps.
schedule-no-room-away = Aucune place jusqu’au { $until } : { $person } ne travaille pas.
schedule-no-room-mornings = Aucune place jusqu’au { $until } : la séance de { $session } ne tient que le matin.
schedule-no-room-afternoons = Aucune place jusqu’au { $until } : la séance de { $session } ne tient que l’après-midi.
schedule-no-room-too-short = Aucune place jusqu’au { $until } : la séance de { $session } ne tient pas dans ce qui reste à { $person }.
schedule-no-room-nowhere = Aucune place jusqu’au { $until } : la séance de { $session } ne tient dans aucune plage, et la plus longue, pour { $person }, est de { $left }.
schedule-no-room-busy = Aucune place jusqu’au { $until } : { $person } a d’abord { $action }.
schedule-no-room-day-full = Aucune place jusqu’au { $until } : { $person } donne déjà toute sa part de chaque journée aux actions planifiées.
schedule-no-room-solicited = Aucune place jusqu’au { $until } : la règle est de ne pas solliciter un client plus de { $times } fois en { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et il y a déjà { $action }.
schedule-no-room-taken = Aucune place jusqu’au { $until } : « { $room } » n’est pas libre.
schedule-no-room-too-long-after = Aucune place jusqu’au { $until } : ce serait plus de { $delay } après { $action }.
schedule-no-room-too-long-before = Aucune place jusqu’au { $until } : { $action } suivrait à plus de { $delay }.

# Ce qui a gêné, et combien de temps
schedule-blocked = { $obstacle } : { $length }
schedule-blocked-pinned = date décidée
schedule-blocked-release = action à ne pas faire plus tôt
schedule-blocked-slack = possible, sans gain pour le plan
schedule-blocked-after = à faire après { $action }
schedule-blocked-after-delay = attente de { $delay } après { $action }
schedule-blocked-customer = client non disponible
schedule-blocked-away = { $person } ne travaille pas
schedule-blocked-mornings = séance de { $session } trop longue pour ce qui reste à { $person }
schedule-blocked-afternoons = séance de { $session } trop longue pour ce qui reste à { $person }
schedule-blocked-too-short = séance de { $session } trop longue pour ce qui reste à { $person }
schedule-blocked-nowhere = séance de { $session } trop longue pour ce qui reste à { $person }
schedule-blocked-busy = { $person } fait { $action }
schedule-blocked-day-full = { $person } a déjà donné sa part de la journée
schedule-blocked-solicited = client déjà sollicité par { $action }
schedule-blocked-taken = « { $room } » n’est pas libre
schedule-blocked-too-long-after = plus de { $delay } après { $action }
schedule-blocked-too-long-before = { $action } suivrait à plus de { $delay }

# Retards
schedule-days = { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
}
schedule-elapsed-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
schedule-late-days = en retard de { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
}
schedule-late-hours = en retard de { $length }, le jour de l’échéance
schedule-late = { $last } finit { $late }. { $because }
schedule-late-after = { $last } finit { $late }, à cause de { $origin }. { $because }

# La chaîne des causes, jusqu’à la racine
schedule-link = ← { $action } : { $reason }
schedule-link-root = rien ne l’empêchait de commencer plus tôt.

# Deux décisions pour une personne au même moment
schedule-clash = { $first } et { $second } demandent la même personne au même moment : à départager.

# Ce qui la libérerait
schedule-free-nobody = Pour lui donner une date : ajoutez une personne capable, ou retirez la compétence demandée.
schedule-free-dearer = Pour lui donner une date : repoussez son échéance, ou donnez-lui une autre façon de se faire.
schedule-free-beyond-horizon = Pour lui donner une date : prolongez le plan au-delà du { $horizon }.
schedule-free-predecessor = Pour lui donner une date : donnez-en d’abord une à { $action }.
schedule-free-pinned = Pour lui donner une date : revenez sur la date décidée.
schedule-free-release = Pour lui donner une date : lancez-la plus tôt, ou prolongez le plan.
schedule-free-slack = Pour lui donner une date : prolongez le plan.
schedule-free-after = Pour lui donner une date : avancez { $action }.
schedule-free-after-delay = Pour lui donner une date : avancez { $action }, ou réduisez l’attente de { $delay }.
schedule-free-customer = Pour lui donner une date : convenez d’autres heures avec le client.
schedule-free-away = Pour lui donner une date : ouvrez des heures à { $person }, ou confiez-la à quelqu’un d’autre.
schedule-free-mornings = Pour lui donner une date : donnez à { $person } une plus longue demi-journée, ou coupez la séance de { $session }.
schedule-free-afternoons = Pour lui donner une date : donnez à { $person } une plus longue demi-journée, ou coupez la séance de { $session }.
schedule-free-too-short = Pour lui donner une date : donnez à { $person } une plus longue demi-journée, ou coupez la séance de { $session }.
schedule-free-nowhere = Pour lui donner une date : coupez la séance de { $session } : { $person } n’a aucune plage aussi longue.
schedule-free-busy = Pour lui donner une date : retirez { $action } à { $person }, ou renforcez son poste.
schedule-free-day-full = Pour lui donner une date : augmentez, pour { $person }, la part des journées donnée aux actions planifiées, ou renforcez son poste.
schedule-free-solicited = Pour lui donner une date : retirez { $action }, ou relâchez la règle de sollicitation.
schedule-free-taken = Pour lui donner une date : libérez « { $room } », ou prévoyez-en une de plus.
schedule-free-too-long-after = Pour lui donner une date : permettez plus de { $delay } après { $action }.
schedule-free-too-long-before = Pour lui donner une date : permettez à { $action } de suivre à plus de { $delay }.
