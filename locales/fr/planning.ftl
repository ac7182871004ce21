# planning

## Faisabilité d'un objectif

planning-promise-yes =
    { $count ->
        [one] Oui : { $quantity } affaire tient dans les dates demandées.
       *[other] Oui : { $quantity } affaires tiennent dans les dates demandées.
    }
planning-promise-short = Non : il manque { $missing } { $of } avant la fin de la semaine { $week }.
planning-promise-rough-cut = Non : les totaux suffiraient, mais pas les personnes, leurs compétences et les délais de chaque étape.
planning-promise-no-capacity = Non : { $missing } { $of } demandées avant la fin de la semaine { $week }, et personne n’y a de calendrier.
planning-promise-late-start =
    { $count ->
        [one] { $units } unité aurait dû entrer dans l’étape « { $step } » avant la première semaine.
       *[other] { $units } unités auraient dû entrer dans l’étape « { $step } » avant la première semaine.
    }
planning-promise-date =
    { $count ->
        [0] Les dates demandées conviennent, jusqu’à la semaine { $week }.
        [one] La même quantité tient avec une semaine de plus : dernière échéance en semaine { $week }.
       *[other] La même quantité tient avec { $count } semaines de plus : dernière échéance en semaine { $week }.
    }
planning-promise-no-date = La même quantité ne tient à aucune date dans les semaines étudiées.
planning-promise-quantity =
    { $count ->
        [0] Aucune affaire ne tient aux dates demandées.
        [one] Aux dates demandées, { $quantity } affaire tient sur { $asked }.
       *[other] Aux dates demandées, { $quantity } affaires tiennent sur { $asked }.
    }

## Test de capacité

planning-rough-cut = { $who }, { $weeks } : il manque { $missing } ({ $asked } demandées, { $possible } possibles).
planning-rough-cut-nobody = { $who }, { $weeks } : il manque { $missing }, personne qui puisse faire ce travail n’a de calendrier.
planning-rough-cut-skill = { $kind }, compétence « { $skill } »
planning-rough-cut-more =
    { $count ->
        [one] { $list } et { $count } autre
       *[other] { $list } et { $count } autres
    }
planning-rough-cut-team =
    { $count ->
        [one] { $who }, équipe { $teams }
       *[other] { $who }, équipes { $teams }
    }
planning-rough-cut-run = { $first } à { $last }
planning-rough-cut-weeks =
    { $count ->
        [one] semaine { $list }
       *[other] semaines { $list }
    }

## Lancements pilotés par le goulet

planning-buffer = Tampon devant les { $drum } : { $buffer } de travail lancé et pas encore fait ({ $weeks } de leurs semaines), pour une cible de { $target } : { $colour }, { $trend }.
planning-buffer-red = rouge
planning-buffer-yellow = jaune
planning-buffer-green = vert
planning-buffer-rising = en hausse
planning-buffer-steady = stable
planning-buffer-falling = en baisse
planning-release-none = Semaine { $week } : aucun lancement permis sur { $wanted } voulus, le tampon est plein ; les { $drum } ont déjà plus à faire que la cible.
planning-release-fewer = Semaine { $week } : { $allowed } lancements permis sur { $wanted } voulus, pour que le tampon ne dépasse pas sa cible (un nouveau dossier y pèse { $weight }).
planning-release-more = Semaine { $week } : { $allowed } lancements permis pour { $wanted } voulus, le tampon a de la place : les lancements augmentent (un nouveau dossier y pèse { $weight }).
planning-release-as-wanted = Semaine { $week } : { $allowed } lancements permis, autant que voulu.
planning-release-no-time = Semaine { $week } : aucun lancement permis sur { $wanted } voulus, le reste du travail prend tout le temps des { $drum }.
planning-release-held =
    { $count ->
        [one] { $held } nouveau dossier voulu reste retenu à la fin du plan.
       *[other] { $held } nouveaux dossiers voulus restent retenus à la fin du plan.
    }

## Ce qui freine le plan

planning-bottlenecks-none = Rien ne freine ce plan : les heures suffisent, aucun rendement ne s’écarte des autres et aucune attente ne dépasse son standard.
planning-bottlenecks-first = Ce qui freine le plus : { $list }.
planning-bottlenecks-then = , puis{" "}
planning-bottlenecks-unvalued = Sans enjeu chiffré, faute de valeur d’une affaire : { $list }.
planning-bottleneck-step = étape « { $step } »{ $several ->
    [0] {""}
   *[other] {" "}de « { $process } »
}
planning-bottleneck-team = équipe { $team }
planning-bottleneck-yield-step = rendement ({ $whose }) à l’étape « { $step } »{ $several ->
    [0] {""}
   *[other] {" "}de « { $process } »
}
planning-bottleneck-yield-whole = rendement ({ $whose }) sur « { $process } »
planning-bottleneck-load = { $load } à faire pour { $capacity } ({ $ratio }) ; { $waiting ->
    [0] tout est fait avant la fin
   *[other] { $left } encore en attente à la fin
}.
planning-bottleneck-no-capacity = { $load } à faire et aucune heure connue.
planning-bottleneck-worst = Semaine la plus chargée : { $week }, à { $ratio }.
planning-bottleneck-missing = Il manque { $missing } d’ici la fin de { $week }.
planning-bottleneck-person = { $person } ({ $missing } d’ici { $week })
planning-bottleneck-people = À court d’heures : { $more ->
    [0] { $list }
    [one] { $list } et une autre personne
   *[other] { $list } et { $more } autres
}.
planning-bottleneck-wait-measured = { $days } jours mesurés (entre { $low } et { $high }, sur { $count } passages) pour un standard de { $standard } ; affaires qui y sont : { $cases }.
planning-bottleneck-wait-standard = { $days } jours d’après le standard, trop peu de passages pour mesurer ; affaires qui y sont : { $cases }.
planning-bottleneck-yield = { $share } ({ $part } sur { $whole }) contre { $others } pour les autres ({ $others_part } sur { $others_whole }).
planning-bottleneck-stake = { $basis ->
    [margin] { $money } de marge
   *[revenue] { $money } de chiffre d’affaires
} en jeu.
planning-bottleneck-stake-least = { $basis ->
    [margin] { $money } de marge
   *[revenue] { $money } de chiffre d’affaires
} en jeu, dont { $least } même en avançant tout ce qui peut l’être.

## Refus

planning-service-level = Le niveau de service { $given } % n’existe pas ici.
    .why = Un plan est fait en moyenne, ou pour tenir ses objectifs une fois sur deux, quatre fois sur cinq ou dix-neuf fois sur vingt.
    .remedy = Donnez --service 50, 80 ou 95, ou retirez-le.
planning-buffer-target = Un tampon de { $given } jour(s) ne peut pas être tenu devant le goulet.
    .why = Sans tampon le goulet attend du travail ; sa cible est un nombre de jours au-dessus de 0, de dix ans au plus.
    .remedy = Donnez au moins 1 jour, ou retirez buffer_days pour ne pas piloter les lancements.
planning-no-buffer = Aucun processus ne dit son tampon devant le goulet, ou rien ne limite ce plan.
    .why = Les lancements permis se comptent d’après un tampon voulu, en jours de travail du goulet.
    .remedy = Ajoutez --buffer-days N, ou buffer_days dans la partie [planning] de la fiche du processus.
planning-no-yield = Les besoins du processus « { $process } » ne peuvent pas être calculés : le rendement manque pour { $steps }.
    .why = Sans rendement, on ne sait pas combien d’unités doivent entrer dans une étape pour qu’une en sorte.
    .remedy = Déclarez un rendement pour chacune de ces étapes, ou laissez le système en proposer un d’après l’historique.
planning-too-many-units = L’étape « { $step } » recevrait plus de { $limit } unités.
    .why = À cette taille, les besoins ne se comptent plus ; un rendement ou une quantité est sans doute faux.
    .remedy = Vérifiez les rendements de cette étape et des suivantes, et la quantité de l’objectif.
planning-no-average-deal = L’objectif « { $what } » ne peut pas être traduit en affaires.
    .why = Un objectif en chiffre d’affaires demande la valeur d’une affaire moyenne, un objectif en marge demande aussi son taux de marge.
    .remedy = Ajoutez l’affaire moyenne, et le taux de marge si l’objectif est en marge.
planning-currency-mismatch = « { $what } » est en { $given } alors que { $expected } est attendu.
    .why = Des montants de monnaies différentes ne s’additionnent pas sans un cours, et aucun n’est donné.
    .remedy = Donnez ce montant en { $expected }.
planning-no-selling-time = Le temps de vente d’une personne est de { $given } : l’effectif ne peut pas être calculé.
    .why = L’effectif est la charge divisée par ce qu’une personne peut faire ; elle doit pouvoir faire quelque chose.
    .remedy = Donnez un temps de vente, ou un nombre de visites par an, au-dessus de 0.
planning-scenario-unreadable = Le fichier de scénarios ne se lit pas à cet endroit.
    .why = Le texte n’y suit pas l’écriture TOML : un guillemet, un crochet ou un signe égal manque souvent.
    .remedy = Corrigez cette ligne, en prenant exemple sur le fichier de scénarios de Métrios.
planning-scenario-unknown-field = Le champ « { $field } » n’existe pas ici.
    .why = Un champ inconnu serait ignoré, et le scénario ne dirait plus ce que vous avez écrit.
    .remedy = Retirez-le, ou prenez un de ceux-ci : { $known }.
planning-scenario-missing-field = Le champ « { $field } » manque.
    .why = Le scénario ne peut pas être appliqué sans lui.
    .remedy = Ajoutez-le, par exemple : { $example }
planning-scenario-value = La valeur { $given } du champ « { $field } » ne peut pas être prise.
    .why = Elle n’a pas la forme attendue, ou sort des limites.
    .remedy = Donnez une valeur comme dans cet exemple : { $example }
planning-scenario-same-code = Deux scénarios portent le code « { $code } ».
    .why = Le code désigne un scénario quand un autre le reprend et dans la comparaison.
    .remedy = Donnez un autre code à l’un des deux.
planning-scenario-unknown-scenario = Le scénario « { $code } » n’est pas écrit avant celui qui le reprend.
    .why = Un scénario ne reprend que ceux qui le précèdent dans le fichier.
    .remedy = Corrigez le code, ou écrivez ce scénario plus haut.
planning-scenario-change = Ce changement ne dit pas ce qu’il change.
    .why = Un changement porte sur une opération, une étape ou un poste de charge, un seul à la fois, avec au moins une valeur.
    .remedy = Gardez un seul des champs operation, step, kind, et ajoutez la valeur qui change.
planning-scenario-unknown-operation = L’opération « { $code } » du scénario « { $scenario } » n’existe pas dans le processus.
    .why = Un scénario change une copie du processus ; il ne peut changer que ce qui s’y trouve.
    .remedy = Prenez le code d’une opération du processus.
planning-scenario-unknown-step = L’étape « { $code } » du scénario « { $scenario } » n’existe pas dans le processus.
    .why = Un scénario change une copie du processus ; il ne peut changer que ce qui s’y trouve.
    .remedy = Prenez le code d’une étape du processus.
planning-scenario-unknown-kind = Le poste de charge « { $code } » du scénario « { $scenario } » n’existe pas.
    .why = Ni l’équipe ni le processus ne le nomment.
    .remedy = Prenez le code d’un poste de charge existant, ou ajoutez-le à l’équipe.
planning-scenario-nobody-to-copy = Le scénario « { $scenario } » ajoute quelqu’un au poste « { $kind } », où personne n’a de calendrier.
    .why = Une personne ajoutée reçoit les heures de la plus disponible de son poste.
    .remedy = Donnez un calendrier à quelqu’un de ce poste, ou ajoutez des minutes avec minutes_per_week.
planning-scenario-weeks-outside = Le renfort « { $kind } » du scénario « { $scenario } » ne touche aucune semaine du plan.
    .why = Ses semaines sont toutes avant le début ou après la fin du plan, ou se suivent à l’envers.
    .remedy = Corrigez les champs from et to.

planning-window-too-long = La période demandée est trop longue : { $most } jours au plus.
    .why = Un tableau de plus de deux mois ne se lit plus et pèserait sur tous les autres lecteurs.
    .remedy = Rapprochez le dernier jour du premier, puis avancez de période en période.

## Déplacer une action à la main

planning-conflict-same-time = Elle est déjà là.
planning-conflict-past = Ce moment est passé.
planning-conflict-outside-plan = Le plan s’arrête le { $last }.
planning-conflict-kind = { $person } ne fait pas ce genre d’action.
planning-conflict-skill = { $person } n’a pas la compétence « { $skill } ».
planning-conflict-non-working = { $person } ne travaille pas pendant toute la durée de l’action.
planning-conflict-overlap =
    { $count ->
        [one] { $person } a déjà { $actions } à ce moment-là : cette action se décalera.
       *[other] { $person } a déjà { $count } actions à ce moment-là ({ $actions }…) : elles se décaleront.
    }
planning-conflict-overload = { $person } aurait { $planned } d’actions dans sa journée, pour { $given } données aux actions.
planning-conflict-customer-hours = Le client ne reçoit pas à cette heure-là.
planning-conflict-before = Il faut d’abord { $action } : pas avant le { $moment }.
planning-conflict-before-undated = Il faut d’abord { $action }, qui n’a pas encore de date.
planning-conflict-early = L’action n’était pas prévue avant le { $moment }.
planning-conflict-late =
    { $days ->
        [one] Elle finirait un jour ouvré après son échéance.
       *[other] Elle finirait { $days } jours ouvrés après son échéance.
    }
planning-conflict-late-hours = Elle finirait { $length } trop tard, le jour de son échéance.
planning-conflict-frozen = La semaine { $week } est gelée : dites pourquoi vous y touchez.
planning-conflict-beyond-reach =
    { $count ->
        [one] Une action de quelqu’un hors de votre équipe devrait bouger.
       *[other] { $count } actions de personnes hors de votre équipe devraient bouger.
    }

planning-move-blocked = Cette action ne peut pas aller là. { $because }
    .why = Un déplacement à la main respecte les horaires, les compétences et ce qui doit venir avant.
    .remedy = Choisissez une des places proposées, ou une autre personne.
planning-reason-needed = Il manque la raison de ce changement en semaine gelée, ou elle est trop courte ou trop longue.
    .why = Une semaine gelée est une promesse faite au client et à l’équipe : y toucher se justifie.
    .remedy = Écrivez la raison, de { $least } à { $most } caractères (en ligne de commande : --reason).
planning-beyond-reach = Ce changement touche { $count } actions de personnes hors de votre équipe.
    .why = On ne déplace le travail des autres qu’avec l’accord de qui en répond.
    .remedy = Choisissez un autre moment, ou demandez à leur responsable de le faire.
planning-overrun-length = Une prolongation de { $given } minutes n’est pas possible.
    .why = Une action se prolonge d’une minute au moins et d’une journée au plus.
    .remedy = Donnez un nombre de minutes entre 1 et { $most }.
planning-not-ahead = L’action « { $given } » n’est plus à faire : elle est commencée, faite ou abandonnée.
    .why = On ne déplace que ce qui reste à faire.
    .remedy = Déclarez ce qui s’est passé, ou choisissez une autre action.
planning-move-undone = Retour à la place d’avant.

planning-scenario-base = Plan actuel
planning-lever-size = Un levier de { $given } n’est pas possible.
    .why = Un levier va de 1 à { $most } ; au-delà, la comparaison ne dit plus rien d’utile.
    .remedy = Donnez une valeur entre 1 et { $most }.
planning-scenario-fits = Tout tient dans les heures disponibles.
planning-lever-count = La comparaison demandée n’a pas la bonne forme.
    .why = Elle a une à { $columns } colonnes, chacune avec un nom et un à { $levers } leviers.
    .remedy = Donnez un nom court à chaque colonne et au moins un levier.
planning-scenario-name = Ce scénario n’a pas de nom, ou un nom trop long.
    .why = Un nom d’un à { $most } caractères le distingue des autres.
    .remedy = Donnez-lui un nom court.
planning-scenario-reason = Rien ne dit pourquoi garder ce scénario, ou c’est trop long.
    .why = La raison reste avec lui, pour qui décidera de l’appliquer : un à { $most } caractères.
    .remedy = Dites en quelques mots ce qu’il apporte.
planning-scenario-volume = « Plus de contacts » ne se garde pas dans un scénario.
    .why = Le volume suit l’objectif : il n’est ni dans le processus ni dans l’équipe.
    .remedy = Retirez ce levier, ou changez l’objectif du processus.
planning-unknown-scenario = Aucun scénario ne porte le code « { $given } ».
    .why = Il n’a pas été gardé, ou quelqu’un l’a retiré.
    .remedy = Rechargez la liste des scénarios.
