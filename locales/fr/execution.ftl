# execution
execution-impossible-transition =
    L’ordre d’action est « { $from ->
        [firm] ferme
        [released] lancé
        [started] commencé
        [done] fait
        [closed] clos
        [cancelled] annulé
       *[suggested] proposé
    } » et ne peut pas devenir « { $to ->
        [firm] ferme
        [released] lancé
        [started] commencé
        [done] fait
        [closed] clos
        [cancelled] annulé
       *[suggested] proposé
    } ».
    .why =
        { $from ->
            [firm] De là, il ne peut devenir que « lancé » ou « annulé ».
            [released] De là, il ne peut devenir que « commencé » ou « fait » ou « annulé ».
            [started] De là, il ne peut devenir que « fait ».
            [done] De là, il ne peut devenir que « clos ».
            [closed] Un ordre clos ou annulé ne change plus.
            [cancelled] Un ordre clos ou annulé ne change plus.
           *[suggested] De là, il ne peut devenir que « ferme » ou « annulé ».
        }
    .remedy =
        { $from ->
            [closed] Créez un nouvel ordre si l’action est à refaire.
            [cancelled] Créez un nouvel ordre si l’action est à refaire.
           *[other] Choisissez l’un de ces états, ou rechargez la page si quelqu’un d’autre vient de déclarer sur cet ordre.
        }
execution-negative-time = Le temps déclaré, en minutes, est de { $minutes }.
    .why = Un temps passé ne peut pas être négatif.
    .remedy = Indiquez le temps réellement passé, ou 0 si l’action n’a pas pris de temps.
execution-evidence-in-the-future = La preuve client est datée du { $on }, après aujourd’hui ({ $today }).
    .why = Une preuve est un fait qui a déjà eu lieu chez le client.
    .remedy = Corrigez la date, ou déclarez le progrès sans preuve et ajoutez-la le jour venu.
execution-evidence-unknown = Le type de preuve « { $kind } » n’est pas prévu à cette étape.
    .why = Les preuves admises à cette étape sont : { $known }.
    .remedy = Choisissez un type admis, ou déclarez le progrès sans preuve.
execution-evidence-expired = La preuve client du { $on } n’est plus valable.
    .why = À cette étape, une preuve vaut { COUNT($days) ->
        [one] { $days } jour
       *[other] { $days } jours
    } ; celle-ci valait jusqu’au { $last }.
    .remedy = Demandez au client une confirmation récente, ou déclarez le progrès sans preuve.
execution-no-reason = L’annulation n’a pas de raison.
    .why = La raison d’une annulation sert à comprendre ensuite ce qui empêche les actions de se faire.
    .remedy = Écrivez la raison en quelques mots.
execution-answer-no = Non : il manque { $missing } { $of_kind } d’ici la fin de la semaine { $week } ({ $load } à faire pour { $capacity } disponibles).
execution-answer-yes = Oui : les { $capacity } { $of_kind } couvrent les { $load } à faire, semaine après semaine.
execution-answer-no-capacity = Non : { $load } à faire et aucune heure connue { $of_kind }.
execution-origin-anew = Plan calculé en entier
execution-origin-absence = Absence de { $person }, du { $first } au { $last }
execution-origin-day = Absence de { $person }, le { $first }
execution-origin-lost = Affaire perdue : { $customer }
execution-origin-urgent = Affaire devenue urgente : { $customer }
execution-origin-moved = Action déplacée au { $day } à { $time } : { $action }
execution-origin-longer = { $minutes ->
    [one] Action plus longue d’une minute : { $action }
   *[other] Action plus longue de { $minutes } minutes : { $action }
}
execution-origin-cancelled = Rendez-vous annulé : { $action }
execution-phase-suggested = proposé
execution-phase-firm = ferme
execution-phase-released = lancé
execution-phase-started = commencé
execution-phase-done = fait
execution-phase-closed = clos
execution-phase-cancelled = annulé
execution-to-find = { $count ->
    [one] À trouver : 1 contact
   *[other] À trouver : { $count } contacts
}
execution-to-come = { $count ->
    [one] À venir : 1 affaire
   *[other] À venir : { $count } affaires
}
execution-due = au plus tard le { $day }
execution-why-first = C’est le premier moment du plan, rien ne s’y oppose.
execution-peg-step = « { $operation } » sert l’étape « { $step } ».
execution-peg-process = Étape du processus « { $process } », version { $version }.
execution-peg-objective = Pour l’objectif « { $objective } » : { COUNT($deals) ->
    [one] { $deals } affaire
   *[other] { $deals } affaires
}.
execution-day = { $count ->
    [0] Rien de prévu ce jour, sur { $given } données aux actions : { $free } libres pour le reste.
    [one] Une action, { $planned } prévues sur { $given } données aux actions ; { $free } libres pour le reste.
   *[other] { $count } actions, { $planned } prévues sur { $given } données aux actions ; { $free } libres pour le reste.
}
execution-day-off = Jour non travaillé.
execution-unplanned = Conversation non prévue
execution-channel-visit = Chez le client
execution-channel-video = Visioconférence
execution-channel-call = Téléphone
execution-channel-mail = Écrit
execution-channel-desk = Au bureau
execution-objective = { COUNT($deals) ->
    [one] { $deals } affaire
   *[other] { $deals } affaires
}, { COUNT($contacts) ->
    [one] { $contacts } contact
   *[other] { $contacts } contacts
} à faire ; { COUNT($placed) ->
    [one] { $placed } action datée
   *[other] { $placed } actions datées
}, { $unplaced } sans date.
execution-week = { $week } : { $load } à faire pour { $capacity } { $of_kind }.
execution-why-decided = Cette date est décidée : l’action est ferme, lancée ou commencée, le plan ne la déplace pas.

# Comment les dates ont été données
execution-dates = { COUNT($placed) ->
    [one] { $placed } action a une date
   *[other] { $placed } actions ont une date
}, dont { $late } en retard ; { COUNT($unplaced) ->
    [0] aucune n’est sans date
    [one] { $unplaced } n’en a pas
   *[other] { $unplaced } n’en ont pas
}.
execution-rule-due = Priorité à l’échéance la plus proche.
execution-rule-margin = Priorité à la plus forte marge par heure de { $kind } ; { $count ->
    [0] toutes les marges sont connues
    [one] la marge d’une affaire est inconnue : elle passe en dernier
   *[other] la marge de { $count } affaires est inconnue : elles passent en dernier
}.
execution-price = Prix du plan : { $price } min de retard pondérées, actions sans date comprises ; à { $gap } au plus du meilleur plan possible.
execution-price-alone = Prix du plan : { $price } min de retard pondérées, actions sans date comprises.
execution-overload-mine = Semaine trop chargée, { $week } : { $planned } prévues pour { $capacity } possibles{ $out ->
    [0] {""}
   *[other] , dont { $outside } hors de vos horaires
}. Demandez que des actions soient déplacées.
execution-overload = Semaine trop chargée pour { $person }, { $week } : { $planned } prévues pour { $capacity } possibles{ $out ->
    [0] {""}
   *[other] , dont { $outside } hors de ses horaires
}.
execution-outside-mine = { $outside } de travail en { $week } tombent hors de vos horaires. Demandez que des actions soient déplacées.
execution-outside = { $person } : { $outside } de travail en { $week } tombent hors de ses horaires.
execution-overdue = Lancée pour le { $day }, pas encore déclarée

# Personnes chez les clients
execution-contact-no-name = Il manque le nom de la personne.
    .why = On ne peut retrouver ni appeler quelqu’un qui n’a pas de nom.
    .remedy = Écrivez son nom.
execution-contact-too-long = Le champ « { $field } » dépasse { $most } caractères.
    .why = Une fiche dit en peu de mots qui est la personne ; le reste a sa place ailleurs.
    .remedy = Raccourcissez-le.
execution-contact-key-tells = La clé « { $given } » dit qui est la personne.
    .why = La clé donne l’identité gardée au journal, même après un effacement : une adresse, un nom ou un téléphone s’y devinerait.
    .remedy = Prenez une clé qui ne dit rien, comme un numéro.
execution-contact-mail = « { $given } » n’est pas une adresse de messagerie.
    .why = Il faut un seul @, un nom devant, un domaine avec un point derrière, et aucun espace.
    .remedy = Écrivez-la sous la forme prenom.nom@client.fr, ou laissez le champ vide.
execution-contact-phone = « { $given } » n’est pas un numéro de téléphone.
    .why = Un numéro a de 6 à 15 chiffres, avec des espaces, points, tirets ou parenthèses, et un + seulement au début.
    .remedy = Écrivez-le comme on le compose, ou laissez le champ vide.
execution-contact-language = « { $given } » n’est pas une langue.
    .why = Une langue s’écrit en deux lettres (ISO 639-1).
    .remedy = Écrivez par exemple fr, en ou de, ou laissez le champ vide.
execution-unknown-contact = Personne ne porte l’identité « { $given } » chez les clients.
    .why = Seul quelqu’un d’enregistré peut être montré, changé ou effacé.
    .remedy = Prenez l’identité que montre la liste des personnes.
execution-person-erased = La personne « { $given } » a été effacée.
    .why = Un effacement est définitif : rien de ce qui a été dit d’elle ne peut être relu, et elle ne revient pas par un ancien fichier.
    .remedy = Si elle est de nouveau en relation avec vous, enregistrez-la sous une nouvelle clé.
execution-person-archived = La personne « { $given } » est aux archives.
    .why = Sa durée de conservation dans la base de travail est passée, ou elle a demandé à en sortir ; elle n’est gardée que pour prouver un contrat.
    .remedy = Si elle est de nouveau en relation avec vous, demandez à la conformité de la sortir des archives.
execution-not-archived = Personne ne porte l’identité « { $given } » aux archives.
    .why = La personne n’y a jamais été mise, en est sortie ou a été effacée.
    .remedy = Prenez l’identité que montre la liste des archives.
execution-merged = { $kind ->
        [contact] Cette fiche a été fusionnée : la personne est sous « { $name } ».
       *[account] Ce compte a été fusionné : il est sous « { $name } ».
    }
    .why = { $kind ->
        [contact] Deux fiches disaient la même personne ; l’une est restée, et tout ce qui se rapporte à l’autre ({ $given }) se lit sous elle.
       *[account] Deux comptes disaient la même société ; l’un est resté, et tout ce qui se rapporte à l’autre ({ $given }) se lit sous lui.
    }
    .remedy = Prenez « { $name } » ({ $kept }). Si la fusion était une erreur, annulez-la : tout redevient comme avant.
execution-merge-itself = { $kind ->
        [contact] Une fiche ne se fusionne pas avec elle-même.
       *[account] Un compte ne se fusionne pas avec lui-même.
    }
    .why = Fusionner, c’est dire que deux fiches n’en font qu’une : il en faut deux.
    .remedy = Choisissez l’autre fiche.
execution-merge-chain = { $kind ->
        [contact] La fiche de « { $name } » ne peut pas partir : { $count ->
            [one] une autre y a été fusionnée.
           *[other] { $count } autres y ont été fusionnées.
        }
       *[account] Le compte « { $name } » ne peut pas partir : { $count ->
            [one] un autre y a été fusionné.
           *[other] { $count } autres y ont été fusionnés.
        }
    }
    .why = Une chaîne de fusions ne saurait plus s’annuler une à une.
    .remedy = Fusionnez dans l’autre sens, en gardant « { $name } », ou annulez d’abord ce qui y a été fusionné.
execution-unknown-merge = Rien n’est fusionné sous « { $given } ».
    .why = Cette fusion n’a pas eu lieu, est déjà annulée, ou vous n’y avez pas accès.
    .remedy = Ouvrez la fiche qui est restée : sa chronologie montre ce qui y a été fusionné.
execution-unknown-reason = La raison « { $given } » n’existe pas.
    .why = La raison d’un effacement reste au journal : elle est choisie dans une liste, pour ne rien dire de la personne.
    .remedy = Raisons possibles : { $known }.
execution-unknown-account = Aucun compte ne porte la clé « { $given } ».
    .why = Une personne est rattachée à une société déjà connue.
    .remedy = Prenez la clé du compte dans son fichier d’origine, ou laissez le champ vide.

execution-no-name = Il manque un nom.
    .why = Sans nom, personne ne le retrouverait.
    .remedy = Donnez un nom.
execution-text-shape = Ce texte n’est pas possible.
    .why = Il dépasse { $most } caractères, ou contient un caractère qui ne s’affiche pas.
    .remedy = Raccourcissez-le et retirez les caractères de commande.
execution-own-parent = Une société ne peut pas être sa propre société mère.
    .why = On tournerait en rond.
    .remedy = Choisissez une autre société mère, ou aucune.
execution-wrong-siren = « { $given } » n’est pas un numéro SIREN ou SIRET.
    .why = { $wrong ->
        [shape] Un SIREN a neuf chiffres, un SIRET quatorze, avec rien d’autre entre eux que des espaces, des points ou des tirets.
        [firm] Ses neuf premiers chiffres sont le SIREN de la société, et leur clé de contrôle ne tombe pas juste.
        [zeros] Aucune société n’a un numéro fait de zéros.
       *[key] Son dernier chiffre contrôle les autres, et il ne tombe pas juste : un chiffre est faux, ou deux sont inversés.
    }
    .remedy = Recopiez-le d’une facture ou de l’annuaire des entreprises, ou laissez le champ vide.
execution-unknown-reference = « { $field } » désigne quelque chose d’inconnu : { $given }.
    .why = Rien de tel n’existe dans l’entreprise, ou vous n’y avez pas accès.
    .remedy = Vérifiez l’identifiant.
execution-ends-before = La fin ({ $to }) est avant le début ({ $from }).
    .why = Une affaire se termine après avoir commencé.
    .remedy = Corrigez l’une des deux dates.
execution-wrong-value = Cette valeur n’est pas possible.
    .why = Elle est négative, ou dans une autre monnaie que celle de l’entreprise ({ $currency }).
    .remedy = Donnez un montant positif en { $currency }, en centimes.
execution-key-taken = La clé « { $given } » est déjà prise.
    .why = Une clé désigne une seule chose ; rien n’a été écrit.
    .remedy = Modifiez celle qui existe, ou choisissez une autre clé.
execution-unknown-case = L’affaire « { $given } » n’existe pas.
    .why = Aucune affaire ne porte cet identifiant, ou vous n’y avez pas accès.
    .remedy = Cherchez-la dans la liste des affaires.
execution-unknown-choice = « { $given } » n’est pas un choix possible.
    .why = Un accord porte sur un canal et un but pris dans une liste, pour être vérifié avant chaque envoi.
    .remedy = Choix possibles : { $known }.
execution-consent-no-source = On ne sait pas comment cet accord ou cette opposition a été dit.
    .why = Il faut pouvoir le prouver ; 200 caractères au plus.
    .remedy = Dites en peu de mots comment, et où est la preuve.
execution-consent-in-the-future = Le { $day } n’est pas encore venu.
    .why = Un accord est un fait : il a eu lieu.
    .remedy = Donnez le jour où la personne l’a dit.
execution-may-objected = Cette personne s’y est opposée le { $day }.
execution-may-needs-consent = Ce canal demande son accord, et aucun n’est connu.
execution-may-agreed = Elle l’a accepté le { $day }.
execution-may-interest = Cela touche son métier, et elle ne s’y est pas opposée.
execution-may-contract = C’est nécessaire à ce qui est convenu avec sa société.
execution-barred-phone = Ne pas appeler { $name }. { $reason }
execution-barred-mail = Ne pas écrire à { $name }. { $reason }
execution-barred-visit = Ne pas rendre visite à { $name }. { $reason }
execution-package = Ce que l’entreprise { $company } sait sur { $name }, au { $day }. Les affaires et les actions sont celles de sa société.
execution-conversation-in-the-future = Une conversation ne peut pas avoir eu lieu le { $on }.
    .why = Ce jour n’est pas encore venu : nous sommes le { $today }, et une conversation se saisit après coup.
    .remedy = Donnez le jour où elle a eu lieu.
execution-conversation-too-long = Ce texte est trop long.
    .why = Il a plus de { $most } caractères, et personne ne le relira avant le prochain rendez-vous.
    .remedy = Gardez l’essentiel, en { $most } caractères au plus.
execution-promise-empty = Cette promesse ne dit rien.
    .why = Une promesse sans contenu ne peut pas être tenue.
    .remedy = Dites en une ligne ce qui est promis, ou retirez-la.
execution-promises-too-many = Il y a plus de { $most } promesses du même côté.
    .why = Au-delà de { $most }, on n’en tient plus aucune.
    .remedy = Gardez celles qui font avancer le client.
execution-next-in-the-past = La prochaine date est avant la conversation.
    .why = La conversation a eu lieu le { $on } ; la suite vient après.
    .remedy = Donnez une date à partir du { $on }.
execution-files-too-many = Il y a plus de { $most } pièces.
    .why = Une conversation se prouve avec peu de pièces.
    .remedy = Gardez les { $most } plus utiles.
execution-not-of-the-workshop = Votre compte n’est celui de personne de l’atelier.
    .why = Une conversation est notée par la personne qui l’a tenue : la suite et les promesses reposent sur elle.
    .remedy = Demandez que votre compte soit relié à votre fiche de l’atelier, ou laissez la personne qui a tenu la conversation la noter.
execution-unknown-channel = Le moyen « { $given } » n’est pas de ceux d’une conversation.
    .why = Une conversation se tient par l’un de ces moyens : { $known }.
    .remedy = Choisissez-en un.
execution-no-firm-said = La société n’est pas dite.
    .why = Une conversation se lit sur la fiche d’une société ; sans elle, personne ne la retrouverait.
    .remedy = Choisissez la société, l’affaire ou l’interlocuteur.
execution-case-not-open = L’affaire « { $given } » est close.
    .why = Une conversation fait avancer une affaire en cours, ou ne touche que la société.
    .remedy = Notez-la sur la société seule, ou rouvrez l’affaire d’abord.
execution-case-of-another-firm = Cette affaire est celle d’une autre société.
    .why = Une conversation porte sur une affaire de la société à qui l’on a parlé.
    .remedy = Choisissez une affaire de cette société, ou changez de société.
execution-already-captured = Cette conversation est déjà saisie, par { $by }, pour le { $on }.
    .why = Une action faite est une conversation, et une seule ; rien n’a été écrit.
    .remedy = Relisez celle qui est là ; annulez-la si la vôtre est la bonne.
execution-too-late-to-undo = Il est trop tard pour annuler cette saisie.
    .why = Depuis, l’action, l’affaire ou une promesse a changé, ou un plan a été publié : revenir en arrière défairait aussi cela.
    .remedy = Corrigez l’affaire, ou saisissez ce qui s’est passé depuis.
execution-unknown-conversation = La conversation « { $given } » n’existe pas.
    .why = Aucune conversation ne porte cet identifiant, ou vous n’y avez pas accès.
    .remedy = Cherchez-la sur la page du compte.
execution-unknown-promise = La promesse « { $given } » n’existe pas.
    .why = Aucune promesse ne porte cet identifiant, ou vous n’y avez pas accès.
    .remedy = Cherchez-la sur la page du compte.
execution-unknown-outcome = « { $given } » ne se dit pas d’une promesse.
    .why = Une promesse est tenue, non tenue, abandonnée, déplacée, ou rouverte après une erreur.
    .remedy = Choix possibles : { $known }.
execution-promise-settled = Cela ne peut pas se dire de cette promesse.
    .why = Son état est « { $state } » : ce qui est réglé ne se règle pas deux fois, ce qui est ouvert ne se rouvre pas.
    .remedy = Rouvrez-la d’abord si c’était une erreur.
execution-promise-no-date = Il manque la nouvelle date.
    .why = Déplacer une promesse, c’est convenir d’un autre jour, aujourd’hui ou plus tard.
    .remedy = Donnez ce jour.
execution-unknown-file = La pièce « { $given } » n’existe pas.
    .why = Aucune pièce de cette action ne porte cet identifiant, ou vous n’y avez pas accès.
    .remedy = Ajoutez-la d’abord à l’action.
execution-file-empty = Ce fichier est vide.
    .why = Une pièce vide ne prouve rien.
    .remedy = Choisissez un autre fichier.
execution-file-type = Ce genre de fichier n’est pas pris.
    .why = Il est annoncé comme « { $given } » et son contenu doit le confirmer ; seuls sont pris : { $known }.
    .remedy = Envoyez une photo, un PDF, un courriel (.eml) ou un texte.
execution-file-name = Ce nom de fichier ne convient pas.
    .why = Il faut 1 à { $most } caractères, sans signe de commande, et pas de point en tête.
    .remedy = Renommez le fichier.
execution-postponed-to-the-past = Il manque un jour à venir.
    .why = Reporter, c’est reprendre un autre jour, après le { $today }.
    .remedy = Donnez un jour à partir de demain.
execution-unknown-deferral = « { $given } » ne se demande pas d’une action.
    .why = Une action se reporte ou se refuse.
    .remedy = Choix possibles : { $known }.
execution-not-deferred = Rien n’est reporté ni refusé ici.
    .why = Il n’y a donc rien à reprendre.
    .remedy = Rechargez votre journée : ce qui est à faire y est.
execution-unknown-suggestion = La suggestion « { $given } » n’existe pas.
    .why = Aucune promesse ni conversation ne porte cet identifiant, ou vous n’y avez pas accès.
    .remedy = Rechargez votre journée.
execution-nothing-suggested = Il n’y a plus rien à rappeler ici.
    .why = La promesse est réglée ou sans échéance, ou la conversation n’a pas convenu d’un jour.
    .remedy = Rechargez votre journée.

# Au-delà de la journée prévue
execution-suggest-agreed = Vous étiez convenus du { $day }, et personne ne s’est parlé depuis.
execution-suggest-ours = Vous avez promis « { $what } » pour le { $day }.
execution-suggest-theirs = Le client a promis « { $what } » pour le { $day } : à relancer.
execution-suggest-silent = Personne ne lui a parlé depuis le { $day }.
execution-suggest-never = Affaire ouverte le { $day }, et aucune conversation depuis.
execution-suggest-no-date = Le plan n’a pas trouvé de place pour cette action.
execution-suggest-ahead = Prévue le { $day }, elle tient dans le temps qui vous reste.
execution-postponed = Reportée à aujourd’hui : { $reason }

# La relation avec un compte, et ses causes
execution-health-never = Aucune conversation connue.
execution-health-recency = { $days ->
    [0] Dernière conversation aujourd’hui.
    [one] Dernière conversation hier.
   *[other] Dernière conversation il y a { $days } jours.
}
execution-health-roles = { $count ->
    [0] Personne n’est nommé parmi les interlocuteurs.
    [one] Une seule fonction rencontrée en un an.
   *[other] { $count } fonctions rencontrées en un an.
}
execution-health-no-promise = Aucune promesse soldée.
execution-health-promises = { $kept ->
    [0] Aucune promesse tenue
    [one] Une promesse tenue
   *[other] { $kept } promesses tenues
}, { $missed ->
    [0] aucune manquée.
    [one] une manquée ou en retard.
   *[other] { $missed } manquées ou en retard.
}
execution-health-goal = Le client a nommé un but.
execution-health-no-goal = Le client n’a pas encore nommé de but.
execution-health-early = La relation n’est pas établie : une proposition viendrait trop tôt.

# L’histoire d’un compte
execution-event-held = Conversation { $result ->
    [progress] avec avancée
    [disqualified] sans suite
   *[other] sans avancée
}
execution-event-goal = « { $goal } »
execution-event-ours = Nous avons promis « { $what } »
execution-event-theirs = Le client a promis « { $what } »
execution-event-kept = Promesse tenue : « { $what } »
execution-event-broken = Promesse non tenue : « { $what } »
execution-event-dropped = Promesse abandonnée : « { $what } »
execution-event-merged = « { $gone } » fusionné dans ce compte par { $by }
execution-event-card-merged = Fiche « { $gone } » fusionnée dans la fiche « { $name } » par { $by }
execution-event-file = Pièce ajoutée : { $name }
execution-event-case = Affaire { $case } ouverte
execution-event-won = Affaire { $case } gagnée
execution-event-lost = Affaire { $case } perdue
execution-event-step = Entrée dans l’étape « { $step } »

# Le brouillon d’une lettre de confirmation
execution-letter-subject = Notre échange du { $day }
execution-letter-greeting = Bonjour { $name },
execution-letter-greeting-nobody = Bonjour,
execution-letter-thanks = Merci pour notre échange du { $day }. Voici ce que j’en retiens ; dites-moi si je me trompe.
execution-letter-goal = Votre but, avec vos mots : « { $goal } ».
execution-letter-use = Voici l’usage dont nous avons parlé.
execution-letter-use-actor = Cela concerne { $actor }.
execution-letter-ours = De notre côté :
execution-letter-theirs = De votre côté :
execution-letter-line = - { $what }
execution-letter-line-by = - { $what }, pour le { $day }
execution-letter-next = Nous nous reparlons le { $day }.
execution-letter-confirm = Pouvez-vous me confirmer ces points en répondant à ce message ?

# Le temps saisi et le temps rendu
execution-give-back-sheets = { $count ->
    [0] Aucune fiche lue avant une conversation saisie
    [one] Une fiche lue avant une conversation saisie
   *[other] { $count } fiches lues avant des conversations saisies
}
execution-give-back-sheet-method = 10 minutes par fiche ouverte avant une conversation saisie ensuite. C’est une hypothèse, rien ne le mesure.
execution-give-back-letters = { $count ->
    [0] Aucun brouillon de lettre ouvert
    [one] Un brouillon de lettre ouvert
   *[other] { $count } brouillons de lettre ouverts
}
execution-give-back-letter-method = 10 minutes par brouillon ouvert : 15 sans brouillon, 5 avec. C’est une hypothèse, rien ne le mesure.
execution-give-back-method = Saisi : { $captures ->
    [0] aucune conversation
    [one] une conversation
   *[other] { $captures } conversations
}, dont { $measured } au temps mesuré ; les autres comptent une minute. Rendu : ce qui a vraiment servi, à durée supposée.

execution-missing-proof = Il manque la preuve du client pour quitter l’étape « { $step } » : { $proofs }.
    .why = Une étape se quitte sur ce que le client a fait ou remis, pas sur notre avis ; sans preuve, ou quand elle est périmée, l’affaire y reste.
    .remedy = Joignez la preuve au compte rendu d’une conversation de cette affaire, avec son type et sa date, puis déplacez l’affaire.

# La question posée au terme de la conservation
execution-stay-subject = Souhaitez-vous que nous gardions vos coordonnées ?
execution-stay-greeting = Bonjour { $name },
execution-stay-have = Vos coordonnées professionnelles sont dans notre fichier depuis nos échanges passés, et nous n’avons plus rien reçu de vous depuis le { $base }. Nous ne les gardons pas sans votre accord.
execution-stay-ask = Souhaitez-vous que nous les gardions pour vous écrire encore ? Répondez oui à ce message et nous les gardons. Si vous répondez non, ou ne répondez pas avant le { $until }, elles seront effacées, avec ce que nous avons noté de nos échanges.
execution-stay-rights = Vous pouvez à tout moment nous demander ce que nous savons de vous, le faire corriger ou le faire effacer.
