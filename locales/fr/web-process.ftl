# Processus

## Catalogue
processes-question = Comment nos clients avancent-ils ?
processes-sentence =
    { $count ->
        [one] Un processus, { $ready ->
            [0] pas encore complet à tous ses niveaux.
           *[other] complet à tous ses niveaux.
        }
       *[other] { $n } processus, { $ready ->
            [0] aucun n’est complet à tous ses niveaux.
            [one] un est complet à tous ses niveaux.
           *[other] { $ready } sont complets à tous leurs niveaux.
        }
    }
processes-none = Aucun processus n’est encore écrit.
processes-none-why = Un processus dit par quelles étapes un client avance, et quel travail l’y aide. Commencez par deux étapes.
processes-line = { $owner } · { $function } · version { $version }
processes-steps =
    { $count ->
        [one] { $n } étape
        *[other] { $n } étapes
    }
process-levels-count = { $full } niveaux sur { $all }
process-new = Nouveau processus
process-new-do = Créer et ouvrir
process-new-name = Nom
process-new-name-hint = Ce que le client vient chercher, par exemple « Renouvellement ».
process-new-function = Fonction servie
process-new-unnamed = Donnez un nom au processus.
process-draft-goal = A nommé un but à atteindre
process-draft-use = S’en sert

## Un processus
process-question = { $name } : comment avance le client ?
process-back = Tous les processus
process-sentence =
    { $steps ->
        [one] Une étape
        *[other] { $steps } étapes
    }, { $operations ->
        [one] une opération
        *[other] { $operations } opérations
    } ; responsable : { $owner }.
process-levels-full = Les sept niveaux sont complets.
process-levels-empty =
    { $count ->
        [one] Un niveau est vide : le processus peut se planifier, pas se lancer.
        *[other] { $n } niveaux sont vides : le processus peut se planifier, pas se lancer.
    }
process-level-is-full = complet
process-level-is-empty = vide
process-level-partly = { $filled } sur { $total }
process-views = Vues du processus
process-view-steps = Étapes
process-view-objectives = Objectifs
process-view-text = Texte
process-view-bill = Nomenclature
process-view-versions = Versions
process-view-uses = Où il sert
process-steps = Étapes du client
process-whole = Tout le processus
process-days =
    { $count ->
        [0] sans délai
        [one] { $count } jour
        *[other] { $count } jours
    }
process-per-unit = { $time } par affaire
process-findings =
    { $n ->
        [one] une remarque
        *[other] { $count } remarques
    }
process-no-finding = Aucune remarque
process-fault = Faute
process-remark = Remarque
process-line = ligne { $line }
process-as = Montrer comme
process-as-graph = Graphe
process-as-list = Liste
process-graph = Graphe du processus : Tab va d’une case à l’autre, Entrée la choisit, Suppr la supprime. La liste offre les mêmes actions.
process-lay-out = Ranger le graphe
process-arrow = De { $from } à { $to }
process-door-from = étape d’avant
process-door-to = étape d’après
process-evidence = preuve client
process-automated = automatique
process-fed-by = Après : { $steps }
process-closed-by = Preuve client : { $proof }
process-move-up = Monter « { $name } »
process-move-down = Descendre « { $name } »
process-chosen = Ce qui est choisi
process-choose = Choisissez une étape ou une opération pour la lire et la changer.
process-choose-read = Choisissez une étape ou une opération pour la lire.
process-add-step = Ajouter une étape
process-add-operation = Ajouter une opération
process-new-step = Nom de l’étape, en progression du client (« A nommé un but »)
process-new-operation = Nom de l’opération
process-add = Ajouter
process-cancel = Renoncer
process-remove-step = Supprimer l’étape
process-remove-operation = Supprimer l’opération
process-apply = Appliquer
process-name-fr = Nom en français
process-name-en = Nom en anglais
process-yield = Rendement
process-yield-hint = De 0 à 1 : 0,20 veut dire 20 %.
process-yield-of = rendement { $yield }
process-lead = Délai, en jours
process-feeding = Vient après
process-what = Étape et opération
process-who = Qui
process-together = Ensemble : { $kinds }. Se change dans le texte.
process-channel = Canal
process-channel-visit = visite
process-channel-video = visio
process-channel-call = appel
process-channel-mail = courriel
process-channel-desk = au bureau
process-or = ou { $ways }
process-prepare = Préparation (min)
process-run = Conversation (min)
process-travel = Trajet (min)
process-work = Temps
process-lot = Lot
process-skill = Compétence
process-strength = Marge de manœuvre
process-room-mandatory = obligatoire
process-room-recommended = recommandée
process-room-free = libre
process-units = { $units } à faire entrer pour une à la sortie
process-playbook-fr = Mode opératoire en français
process-playbook-en = Mode opératoire en anglais
process-checklist = Liste de contrôle

## Actes
process-did-link = Étapes liées.
process-did-unlink = Lien retiré.
process-did-move = Opération déplacée.
process-did-change = Modification faite dans le texte.
process-did-add = « { $name } » ajoutée.
process-did-remove = « { $code } » supprimée.
process-redo = Rétablir
process-reading = Lecture en cours : le serveur met plus d’une seconde à répondre.
process-faults =
    { $n ->
        [one] Une faute empêche de publier
        *[other] { $count } fautes empêchent de publier
    }
process-changed = Modifié, pas encore publié
process-as-published = Version { $version } publiée, rien de modifié
process-see-difference = Voir la différence
process-give-up = Abandonner les modifications
process-publish = Publier
process-published = { $name } : version { $version } publiée.
process-cannot-publish = Corrigez d’abord les fautes du texte.
process-nothing-to-publish = Rien n’a été modifié.
process-meanwhile = Quelqu’un a publié une version entre-temps.
process-meanwhile-why = Votre texte est gardé. Comparez-le à la nouvelle version pour publier par-dessus, ou reprenez la nouvelle version.
process-keep-mine = Garder le mien et comparer
process-take-theirs = Reprendre leur version
process-other-writing = Ce texte n’écrit pas chaque étape dans sa table.
process-other-writing-why = Les étapes se lisent ici et se changent dans la vue Texte : rien ne sera récrit sans vous.
process-drawn-before = Le texte a des fautes : voici sa dernière version lisible.
process-drawn-before-why = Les étapes se changent de nouveau dès que le texte se lit.
process-go-to-fault = Aller à la première faute
process-text-of = Texte : { $name }

## Versions
process-compare = Comparer à
process-version = Version { $version }
process-version-mine = Votre texte, pas encore publié
process-version-published = publiée
process-same = Le texte est celui de la version { $version }.
process-restore = Reprendre le texte de la version { $version }

## Emplois
process-serves = Ce qu’il sert
process-serves-line = Ligne stratégique : { $line }.
process-serves-none = Ne sert aucune ligne stratégique
process-runs-with = Avec qui il tourne
process-used-here = Opérations ici
process-used-there = Autres processus
process-used-nowhere = aucun

## Objectifs
objectives-question = Que devons-nous produire ?
objectives-sentence =
    { $count ->
        [one] Un objectif, écrit dans le texte de son processus.
        *[other] { $n } objectifs, écrits dans le texte de leur processus.
    }
objectives-none = Aucun objectif n’est écrit.
objectives-none-why = Un objectif est le premier niveau d’un processus : sans lui, il n’y a rien à planifier.
objectives-to-processes = Ouvrir les processus
objectives-period = Du { $from } au { $to } · { $owner }
objectives-load = Peut-on le tenir ?
goal-hint = Un objectif s’écrit ici dans le texte du processus : publiez ensuite la version.
goal-none = Ce processus n’a pas d’objectif.
goal-none-why = Sans ce qu’il doit produire, et pour quand, il n’y a rien à planifier.
goal-add = Ajouter un objectif
goal-add-to = Ajouter un objectif : { $name }
goal-new = Nouvel objectif
goal-change = Modifier
goal-change-one = Modifier l’objectif { $name }
goal-remove = Retirer
goal-remove-one = Retirer l’objectif { $name }
goal-did-write = Objectif écrit dans le texte du processus ; il reste à publier.
goal-did-remove = Objectif retiré du texte : { $name }. Il reste à publier.
goal-apply = Écrire cet objectif
goal-name = Nom de l’objectif
goal-unit = Ce qu’il compte
goal-unit-contacts = Contacts
goal-unit-proposals = Propositions
goal-unit-customers = Nouveaux clients
goal-unit-deals = Affaires
goal-unit-revenue = Chiffre d’affaires
goal-unit-margin = Marge
goal-quantity = Combien
goal-amount = Montant (€)
goal-average = Affaire moyenne (€)
goal-rate = Taux de marge (%)
goal-from = Du
goal-to = Au
goal-owner = Qui en répond
goal-line = Ligne stratégique servie
goal-line-hint = Facultative. La cascade réunit sous elle les objectifs qui la servent.
goal-no-name = Donnez un nom à cet objectif.
goal-no-day = Choisissez un jour : un objectif vaut pour une période.
goal-not-figure = Saisissez un nombre, par exemple 180 000.
goal-implies = { $count ->
    [one] Soit 1 affaire
   *[other] Soit { $n } affaires
  }
goal-implies-bill = La nomenclature d’actions dira combien d’affaires en sortent.
goal-implies-not = Le nombre d’affaires s’affichera ici dès que l’objectif sera complet.
process-unit-contacts = { $amount } contacts
process-unit-proposals = { $amount } propositions
process-unit-customers = { $amount } nouveaux clients
process-unit-deals = { $amount } affaires
process-unit-revenue = { $amount } de chiffre d’affaires
process-unit-margin = { $amount } de marge brute

## Conversations et conception
process-nobody = interlocuteur à nommer
process-no-theme = thème à nommer
process-use = Usage : { $actor }. { $event }
process-talk = Conversation
process-with = Avec
process-theme = Thème
process-part-user = utilisateur
process-part-funder = financeur
process-part-implementer = met en place
process-part-buyer = achète
process-scenario = Scénario d’utilisation
process-scenario-draft = Scénario d’utilisation, ébauche : il lui faut un événement et un acteur
process-no-scenario = Pas encore de scénario d’utilisation
process-use-event = Événement
process-use-actor = Acteur
process-use-actions = Ce qu’il fait
process-use-result = Ce qu’il obtient
process-use-before = Avant
process-use-after = Après
process-questions = Questions
process-minimap = Vue d’ensemble du graphe
process-design = Relecture de conception
process-design-sentence =
    { $n ->
        [0] Rien à signaler parmi les règles qui peuvent être jugées.
        [one] Une remarque sur la façon dont le processus est conçu.
       *[other] { $count } remarques sur la façon dont le processus est conçu.
    }
process-design-waived =
    { $n ->
        [one] Une est laissée passer.
       *[other] { $count } sont laissées passer.
    }
process-design-grave =
    { $n ->
        [one] L’une d’elles est une erreur : le processus ne peut pas servir tel quel.
       *[other] { $count } sont des erreurs : le processus ne peut pas servir tel quel.
    }
process-design-error = Erreur de conception
process-look = Voir l’endroit
process-not-judged =
    { $n ->
        [one] Une règle n’a pas pu être jugée
       *[other] { $count } règles n’ont pas pu être jugées
    }

## Raisons de publier, et ce qu’on laisse passer
process-grave =
    { $n ->
        [one] Une erreur de conception empêche de publier
        *[other] { $count } erreurs de conception empêchent de publier
    }
process-grave-publish = Corrigez d’abord les erreurs de conception.
process-reason = Raison
process-reason-missing = Dites pourquoi, en quelques mots.
process-reason-title = Pourquoi publier ainsi ?
process-reason-hint = La relecture remarque ce qui suit. La raison reste avec la version.
process-published-because = Pourquoi la version { $version } a été publiée ainsi :
process-published-by = { $by }, le { $on }.
process-published-with = { $count ->
    [one] Remarque laissée : { $findings }.
   *[other] Remarques laissées : { $findings }.
  }
process-finding-at = { $name } : { $place }
process-waive = Laisser passer 90 jours
process-unwaive = Ne plus laisser passer
process-waive-title = Laisser passer cette remarque
process-waive-hint = Elle ne demandera plus de raison pendant 90 jours.
process-waived = Laissée passer jusqu’au { $until } par { $by } : { $reason }
process-did-waive = { $rule } : laissée passer 90 jours.
process-did-unwaive = { $rule } : demande de nouveau une raison.
process-draft-goal-proof = Message du client qui nomme son but
process-draft-goal-talk = Conversation sur ce qu’il veut pouvoir faire
process-draft-goal-role = Qui gagnerait au changement
process-draft-use-proof = Premier usage constaté chez le client
process-draft-use-talk = Visite après la mise en service
process-draft-use-role = Qui s’en sert
process-draft-reason = Première ébauche, à compléter.

## Conversations et preuves écrites sans le texte
process-as-talks = Conversations
process-in-fr = { $label } (français)
process-in-en = { $label } (anglais)
process-role = Fonction chez le client
process-role-hint = La fonction de la personne chez le client, pas un nom : « directeur de production ».
process-part = Ce qu’elle est dans l’affaire
process-part-beneficiary = y gagne
process-part-influencer = conseille
process-part-other = pas encore dit : à choisir
process-goal = But
process-theme-hint = Le but que cette personne paierait pour atteindre, dans ses mots : pas une fonction de l’offre.
process-scenario-hint = Un usage raconté en quelques lignes. Sans événement ni acteur, il reste une ébauche que personne ne voit.
process-questions-hint = Ouvertes, { $most } au plus.
process-question-at = Question { $place }
process-question-add = Ajouter une question
process-question-remove = Retirer la question { $place }
process-talk-apply = Écrire dans le processus
process-talk-unwritten = Pas encore écrit dans le processus.
process-talk-give-up = Reprendre ce qui est écrit
process-talk-change = Changer cette conversation
process-talk-write = Dire avec qui et sur quoi
process-talk-none = Sans conversation
process-talk-desk = Un travail sans conversation avec le client.
process-talks-hint = Ouvrez une opération pour dire avec qui, à quel but et avec quelles questions. Un travail au bureau peut s’en passer.
process-talks-read = Ouvrez une opération pour lire avec qui, à quel but et avec quelles questions.
process-step-without-work = Aucune opération. Choisissez cette étape, puis « Ajouter une opération ».
process-did-talk = Conversation écrite dans le texte.
process-did-proofs = Preuves écrites dans le texte.
process-proofs = Preuves client
process-proofs-hint = Ce que le client donne ou fait. Une seule suffit à fermer l’étape.
process-proofs-none = Rien ne dit encore ce qui, venu du client, ferme cette étape.
process-proofs-apply = Appliquer aux preuves
process-proof-at = Preuve { $place }
process-proof-what = Ce que le client donne ou fait
process-proof-days = Valable, en jours
process-proof-days-hint = Vide : elle ne se périme pas.
process-proof-days-wrong = Un nombre entier de jours, 1 ou plus, ou rien.
process-proof-remove = Retirer la preuve { $place }
process-proof-add = Ajouter une preuve
process-wait = Attente avant, en jours ouvrés
process-wait-hint = 0 : aussitôt après l’opération d’avant.
process-check-at = Point { $place }
process-check-add = Ajouter un point
process-check-remove = Retirer le point { $place }

## Un scénario écrit dans le processus
process-did-scenario = Scénario « { $name } » écrit dans votre texte.
process-scenario-written = Le scénario « { $name } » est écrit dans votre texte, pas encore publié.
process-scenario-nothing = Le scénario « { $name } » ne change rien au processus.
process-scenario-reason = Gardé parce que : { $reason }
process-scenario-next = Relisez la différence, puis publiez, ou abandonnez les modifications : le plan ne suit qu’une version publiée.
process-scenario-left = Ce qui ne s’écrit pas dans un processus :
process-scenario-yield = « { $name } » : rendement { $from } → { $to }
process-scenario-lead = « { $name } » : délai { $from } → { $to } jours
process-scenario-prepare = « { $name } » : préparation { $from } → { $to }
process-scenario-run = « { $name } » : conversation { $from } → { $to }
process-scenario-travel = « { $name } » : trajet { $from } → { $to }
process-scenario-automated = « { $name } » : automatique
process-scenario-kinds = « { $name } » : d’autres personnes la font
process-scenario-people =
    { $count ->
        [one] une personne de plus ({ $kind }), à inscrire dans les équipes
       *[other] { $count } personnes de plus ({ $kind }), à inscrire dans les équipes
    }
process-scenario-hours = { $time } de plus par semaine ({ $kind }), à inscrire dans les équipes
process-scenario-subcontract = une part donnée à « { $code } », qui se règle avec ce partenaire
process-scenario-missing = « { $code } », que le processus n’a plus
process-scenario-to-teams = Ouvrir les équipes
process-scenario-gone = Ce scénario n’est plus dans la liste.
process-scenario-gone-why = Quelqu’un l’a retiré. Le processus est tel qu’il était.
process-to-scenarios = Voir les scénarios

## Interlocuteurs et thèmes
roles-title = Interlocuteurs et thèmes
roles-sentence = { $roles ->
    [0] Aucun interlocuteur n’est nommé dans les processus.
    [one] Un interlocuteur, { $themes } thèmes : ce que chacun veut atteindre, et où on en parle.
   *[other] { $n } interlocuteurs, { $themes } thèmes : ce que chacun veut atteindre, et où on en parle.
  }
roles-kind-beneficiary = Bénéficiaires
roles-kind-funder = Financeurs
roles-kind-user = Utilisateurs
roles-kind-implementer = Metteurs en place
roles-kind-buyer = Acheteurs
roles-kind-influencer = Influents
roles-kind-other = Nature pas encore dite
roles-other-why = Une conversation dont l’interlocuteur n’a pas de nature ne se publie plus : dites ce qu’il est dans l’affaire.
roles-no-theme = Sans thème
roles-used = Dans
roles-none-why = Une conversation d’un processus nomme avec qui, et ce que cette personne veut atteindre.
process-themes-of = Ce que { $role } veut atteindre, d’après les autres conversations :
process-themes-none = Choisissez d’abord l’interlocuteur : ses thèmes connus sont proposés ici.
