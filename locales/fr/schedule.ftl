# schedule
schedule-action = « { $action } », { $customer }
schedule-action-alone = « { $action } »

# Un instant ; à minuit, le jour seul
schedule-moment = { $day } à { $time }

# Pourquoi pas plus tôt
schedule-reason-pinned = La date a été décidée ou l’action a commencé.
schedule-reason-release = Pas avant le { $until } : l’action n’est pas à faire plus tôt.
schedule-reason-after = Pas avant le { $until } : il faut d’abord { $action }.
schedule-reason-after-delay = Pas avant le { $until } : il faut laisser passer { $delay } après { $action }.
schedule-reason-customer = Pas avant le { $until } : le client n’est pas disponible plus tôt.
schedule-reason-away = Pas avant le { $until } : { $person } ne travaille pas.
schedule-reason-mornings = La séance de { $session } ne tient que le matin : il ne reste que { $left } avant la coupure.
schedule-reason-afternoons = La séance de { $session } ne tient que l’après-midi : il ne reste que { $left } avant la coupure.
schedule-reason-too-short = La séance de { $session } ne tient pas : il ne reste que { $left } avant la coupure.
schedule-reason-nowhere = La séance de { $session } ne tient dans aucune plage de { $person } : il ne reste que { $left } avant la coupure.
schedule-reason-busy = { $person } n’est pas libre avant le { $until } : { $action }.
schedule-reason-day-full = Jusqu’au { $until }, { $person } a déjà donné la part de ses journées réservée aux actions planifiées.
schedule-reason-solicited = Pas avant le { $until } : la règle est de ne pas solliciter un client plus de { $times } fois en { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et il y a déjà { $action }.
schedule-reason-taken = Pas avant le { $until } : « { $room } » n’est pas libre.
schedule-reason-too-long-after = Pas à ce moment : c’est plus de { $delay } après { $action }.
schedule-reason-too-long-before = Pas avant le { $until } : { $action } suivrait à plus de { $delay }.
schedule-reason-slack = Possible avant le { $until }, mais l’ensemble du plan n’en serait pas meilleur.
schedule-off-leave = Pas avant le { $until } : le { $day }, { $person } est en congé.
schedule-off-holiday = Pas avant le { $until } : le { $day }, { $person } ne travaille pas ({ $name }).
schedule-off-exception = Pas avant le { $until } : le { $day }, { $person } ne travaille pas ({ $name }).

# Pourquoi pas du tout
schedule-cause-predecessor = Pas de date tant que { $action } n’en a pas.
schedule-cause-bound = Pas de date tant que { $action } n’en trouve pas : les deux se suivent de près ou ne se font pas.
schedule-cause-beyond-horizon = L’action ne peut commencer qu’après la fin du planning ({ $horizon }).
schedule-cause-no-room = Jusqu’au { $horizon }, il n’y a aucune place.
schedule-nobody-person = { $person } ne fait pas partie des ressources, ou tient déjà une autre place dans cette action.
schedule-nobody-kind = Il manque une personne du poste « { $kind } ».
schedule-nobody-skill = Il manque une personne du poste « { $kind } » avec la compétence « { $skill } ».
schedule-no-room-pinned = Aucune place jusqu’au { $until } : la date a été décidée.
schedule-no-room-release = Aucune place jusqu’au { $until } : l’action ne peut commencer que trop près de cette date.
schedule-no-room-after = Aucune place jusqu’au { $until } : il faut d’abord { $action }.
schedule-no-room-after-delay = Aucune place jusqu’au { $until } : il faut laisser passer { $delay } après { $action }.
schedule-no-room-customer = Aucune place jusqu’au { $until } : le client n’est pas disponible, ou pas assez longtemps.
schedule-no-room-away = Aucune place jusqu’au { $until } : { $person } ne travaille pas.
schedule-no-room-mornings = Aucune place jusqu’au { $until } : la séance de { $session } ne tient que le matin.
schedule-no-room-afternoons = Aucune place jusqu’au { $until } : la séance de { $session } ne tient que l’après-midi.
schedule-no-room-too-short = Aucune place jusqu’au { $until } : la séance de { $session } ne tient pas dans ce qui reste à { $person }.
schedule-no-room-nowhere = Aucune place jusqu’au { $until } : la séance de { $session } dépasse la plus longue plage de { $person }, { $left }.
schedule-no-room-busy = Aucune place jusqu’au { $until } : { $person } a d’abord { $action }.
schedule-no-room-day-full = Aucune place jusqu’au { $until } : { $person } donne déjà toute sa part de chaque journée aux actions planifiées.
schedule-no-room-solicited = Aucune place jusqu’au { $until } : la règle est de ne pas solliciter un client plus de { $times } fois en { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et il y a déjà { $action }.
schedule-no-room-taken = Aucune place jusqu’au { $until } : « { $room } » n’est pas libre.
schedule-no-room-too-long-after = Aucune place jusqu’au { $until } : ce serait plus de { $delay } après { $action }.
schedule-no-room-too-long-before = Aucune place jusqu’au { $until } : { $action } suivrait à plus de { $delay }.
schedule-no-room-slack = Aucune place jusqu’au { $until } qui rende l’ensemble du plan meilleur.

# Ce qui a gêné, et combien de temps
schedule-blocked = { $obstacle } : { $length }
schedule-blocked-pinned = date décidée
schedule-blocked-release = action à ne pas faire plus tôt
schedule-blocked-after = attente de { $action }
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
schedule-blocked-slack = libre, mais le plan n’en serait pas meilleur

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
