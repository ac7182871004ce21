# web-market

market-question = Quels comptes suivons-nous ?
market-list = Comptes
market-count = { $count ->
    [0] Aucun compte.
    [one] { $count } compte.
   *[other] { $count } comptes.
  }
market-count-more = Plus de { $count } comptes ; la suite vient en défilant.
market-name = Nom
market-sector = Secteur
market-country = Pays
market-key = Clé d’origine
market-key-how = Code du logiciel d’où il vient. Facultative.
market-siren = SIREN
market-siren-how = Neuf chiffres, ou un SIRET. Facultatif.
market-more = Autres colonnes
market-find = Nom commençant par…
market-find-key = Clé commençant par…
market-every-sector = Tous les secteurs
market-every-country = Tous les pays
market-none = Aucun compte ne correspond à ces filtres.
market-none-why = Le nom est cherché par son début, sans tenir compte des accents ni des majuscules.
market-none-do = Retirer les filtres
market-empty = Aucun compte pour l’instant.
market-empty-why = Les comptes sont les sociétés à qui vous vendez. Ajoutez-en un, ou importez ceux de votre logiciel actuel.
market-new = Ajouter un compte
market-new-do = Ajouter ce compte
market-no-name = Saisissez le nom de la société.
market-same = Un compte porte déjà ce nom.
market-same-siren = Un compte porte déjà ce SIREN.
market-alike = Ces comptes ont un nom proche.
market-added = Compte ajouté : { $name }.
market-changed = { $name } : « { $before } » devient « { $after } ».
market-meanwhile = Quelqu’un a écrit « { $theirs } » entre-temps.
market-meanwhile-do = Entrée garde votre texte, Échap garde le leur.
market-export = Exporter cette vue
market-bulk = Modification groupée
market-bulk-change = Changer
market-bulk-into = en
market-bulk-do = { $count ->
    [one] Changer ce compte
   *[other] Changer ces { $count } comptes
  }
market-bulk-progress = { $done } sur { $total } ; refusés : { $refused }.
market-bulk-stop = Arrêter
market-bulk-refused = { $count ->
    [one] Un compte n’a pas été changé : voir pourquoi
   *[other] { $count } comptes n’ont pas été changés : voir pourquoi
  }
market-bulk-done = { $count ->
    [one] Un compte changé en « { $text } ».
   *[other] { $count } comptes changés en « { $text } ».
  }

## Un compte
account-title = Compte
account-question = Où en est-on avec { $name } ?
account-answer = { $open ->
    [0] Aucune affaire en cours
    [one] Une affaire en cours
   *[other] { $open } affaires en cours
  }
account-answer-health = { $deals } ; relation : { $points } points sur { $most }.
account-answer-relation = Relation : { $points } points sur { $most }.
account-all = Tous les comptes
account-identity = Identité
account-change = Modifier
account-change-title = Modifier { $name }
account-changed = Compte modifié : { $name }.
account-same-siren = Un autre compte porte ce SIREN.
account-parent = Société mère
account-parent-see = Voir la fiche
account-which = Aucune fiche n’est choisie.
account-which-why = L’adresse ne dit pas laquelle ouvrir.

## Interlocuteurs
contact-title = Interlocuteurs
contact-new = Ajouter un interlocuteur
contact-new-do = Ajouter
contact-edit = Modifier l’interlocuteur
contact-change = Modifier { $name }
contact-changed = Fiche modifiée : { $name }.
contact-added = Interlocuteur ajouté : { $name }.
contact-kept = Le réseau est coupé : { $name } est gardé et partira à son retour.
contact-letter = Nouvel interlocuteur : { $name }, { $account }
contact-name = Nom
contact-function = Fonction
contact-phone = Téléphone
contact-mail = Adresse de messagerie
contact-language = Langue (deux lettres)
contact-no-name = Saisissez son nom.
contact-alike = Déjà inscrit ? Même nom, même courriel ou même téléphone.
contact-no-function = Fonction inconnue
contact-none = Personne n’est noté dans cette société.
contact-none-why = Les fiches de préparation nomment qui rencontrer : notez au moins une personne.
contact-nowhere = Cette personne n’est rattachée à aucune société.

## Consentements
consent-title = Consentements
consent-see = Consentements : { $name }
consent-of = Ce qu’accepte ou refuse { $name }
consent-none = Aucune réponse n’est notée pour l’instant.
consent-channel = Canal
consent-channel-all = Tous les canaux
consent-channel-mail = Courriel
consent-channel-phone = Téléphone
consent-channel-message = SMS
consent-channel-post = Lettre
consent-channel-visit = Visite
consent-aim = But
consent-aim-all = Tous les buts
consent-aim-prospecting = Prospection
consent-aim-contract = Contrat
consent-aim-survey = Enquête
consent-choice = Réponse
consent-choice-agreed = D’accord
consent-choice-objected = Opposé
consent-source = Comment cela a été dit
consent-source-how = En quelques mots, et où est la preuve.
consent-no-source = Dites comment cela a été dit.
consent-do = Noter cette réponse
consent-kept = Réponse notée : { $name }.

## Affaires
deal-question = Où en sont nos affaires ?
deal-one = Affaire
deal-all = Toutes les affaires
deal-title = Affaires
deal-list = Affaires
deal-count = { $count ->
    [0] Aucune affaire.
    [one] { $count } affaire.
   *[other] { $count } affaires.
  }
deal-count-more = Plus de { $count } affaires ; la suite vient en défilant.
deal-count-worth = { $count ->
    [one] { $count } affaire
   *[other] { $count } affaires
  }, { $amount }{ $without ->
    [0] { "" }
    [one] {" "}(une sans montant)
   *[other] {" "}({ $without } sans montant)
  }.
deal-count-more-worth = Plus de { $count } affaires ; les { $count } lues font { $amount }, la suite vient en défilant.
deal-said = { $key } · { $standing } · Étape : « { $step } »
deal-key = Affaire
deal-customer = Compte
deal-step = Étape
deal-value = Montant
deal-owner = Suivie par
deal-engaged = Ouverte le
deal-closed = Close le
deal-standing = Issue
deal-standing-open = En cours
deal-standing-won = Gagnée
deal-standing-lost = Perdue
deal-process = Processus
deal-as = Présentation
deal-as-board = Par étape
deal-as-list = En liste
deal-board = Affaires par étape, { $process }
deal-board-keys = Glissez une affaire vers une autre étape. Au clavier : flèches pour parcourir, Alt avec les flèches gauche et droite pour déplacer.
deal-proof = Pour en sortir : { $proof }
deal-none-step = Aucune affaire ici
deal-none-here = Aucune affaire avec cette société.
deal-none-open = Aucune affaire en cours.
deal-none-won = Aucune affaire gagnée.
deal-none-lost = Aucune affaire perdue.
deal-none-why = Une affaire naît d’une conversation avec un compte, ou d’un import.
deal-moved = { $name } : passée à « { $step } ».
deal-steps = Progression du client
deal-step-passed = franchie
deal-step-now = en ce moment
deal-move = Déplacer ici
deal-move-to = Déplacer ici : « { $step } »
deal-next = Prochaine action
deal-next-due = sans date encore, à faire au plus tard le { $day }
deal-next-undated = sans date encore
deal-next-nobody = Personne n’est encore désigné
deal-next-sheet = Ouvrir la fiche de préparation
deal-next-none = Aucune action n’est prévue pour cette affaire.
deal-next-none-why = Le plan en propose quand il est refait. Un échange noté avec sa prochaine date la rappelle d’ici là dans votre journée.
deal-facts = L’affaire
deal-change = Modifier { $name }
deal-changed = Affaire modifiée : { $name }.
deal-nobody = Personne
deal-which = Aucune affaire n’est choisie.
deal-amount = Ce montant ne se lit pas.
deal-amount-do = Écrivez des chiffres, par exemple 25 000 ou 1 250,50.
deal-new = Nouvelle affaire
deal-new-with = Nouvelle affaire avec { $name }
deal-new-do = Créer l’affaire
deal-name = Nom de l’affaire
deal-name-hint = Ce qui la distingue chez ce client, par exemple « Extension de l’atelier 2 ». Il ne pourra plus changer.
deal-no-name = Donnez un nom à l’affaire.
deal-account-hint = Tapez le début du nom, puis choisissez.
deal-no-account = Choisissez un compte de la liste.
deal-no-such-account = Aucun compte ne commence ainsi. Ajoutez-le d’abord dans Comptes.
deal-step-reached = Où en est le client
deal-value-expected = Montant attendu
deal-value-hint = Laissez vide si vous ne le connaissez pas encore.
deal-added = Affaire créée : { $name }, { $account }.

## Données personnelles de quelqu’un chez un client
personal-title = Données personnelles
personal-see = Données personnelles : { $name }
personal-of = Données personnelles : { $name }
personal-package = Le dossier
personal-package-what = Tout ce que l’entreprise sait de cette personne, en un fichier compressé à lui remettre : une feuille à lire en français et en anglais, des tableaux, un fichier pour les programmes.
personal-package-do = Produire le dossier
personal-archive = Mettre aux archives
personal-archive-what = Quand elle veut sortir du fichier et qu’un contrat conclu avec son entreprise peut devoir être prouvé : elle disparaît des listes et des exports, et seule la conformité la lit jusqu’à son effacement.
personal-archive-do = Mettre aux archives
personal-ground = Motif des archives
personal-ground-contract = le contrat, 5 ans
personal-ground-accounts = les comptes, 10 ans
personal-ground-from = Les années comptent depuis la dernière affaire conclue.
personal-archived = { $name } est aux archives.
personal-erase = Effacer
personal-goes = Ce qui est effacé
personal-goes-card = sa fiche : nom, fonction, téléphone, adresse
personal-goes-consents = ce qu’elle a accepté ou refusé
personal-goes-said = les conversations et les promesses qui la nomment
personal-goes-files = les pièces jointes qui la montrent
personal-stays = Ce qui reste
personal-stays-trace = la trace qu’une personne a été effacée, quand et pourquoi, sans son nom
personal-stays-firm = la société, ses affaires et ses commandes
personal-stays-texts = son nom, s’il a été tapé dans un texte libre où elle n’est pas désignée
personal-stays-copies = les sauvegardes d’avant et les fichiers déjà remis ou exportés
personal-no-way-back = Cela ne se reprend pas : remettez-lui d’abord son dossier, si elle le demande.
personal-reason = Pourquoi l’effacer
personal-reason-choose = Choisissez une raison
personal-reason-request = elle le demande
personal-reason-objection = elle s’oppose à être contactée
personal-reason-retention = la durée de conservation est passée
personal-reason-mistake = fiche créée par erreur
personal-reason-missing = Choisissez une raison : elle reste avec la trace.
personal-confirm = Pour confirmer, écrivez son nom
personal-confirm-wrong = Écrivez « { $name } » pour confirmer.
personal-erase-do = Effacer pour toujours
personal-erased = Personne effacée. La trace de l’effacement est au journal.

## Fusion de deux fiches
merge-open = Fusionner…
merge-with = Fusionner avec { $name }
merge-who = Fusionner { $name }
merge-title-account = Fusionner deux comptes
merge-title-contact = Fusionner deux fiches d’une même personne
merge-which-account = L’autre compte
merge-which-contact = L’autre fiche
merge-which-how = Le début de son nom.
merge-nobody-account = Aucun autre compte ne commence ainsi.
merge-nobody-contact = Aucune autre personne ne commence ainsi.
merge-stays = Reste
merge-goes = Part
merge-swap = Garder l’autre
merge-values = Les deux fiches diffèrent sur ces points : choisissez la valeur gardée.
merge-nothing = Rien
merge-same-values = Les deux fiches disent la même chose.
merge-moves = Sous « { $kept } » se liront { $people ->
    [0] aucun interlocuteur
    [one] l’interlocuteur
   *[other] les { $people } interlocuteurs
  } et { $deals ->
    [0] aucune affaire
    [one] l’affaire
   *[other] les { $deals } affaires
  } de « { $gone } », avec ses échanges, ses promesses, ses pièces et ses filiales. « { $gone } » ne sera plus dans les listes.
merge-moves-card = Sous « { $kept } » se liront les échanges, les promesses, les pièces et les consentements de « { $gone } », qui ne sera plus dans les listes.
merge-no-holds = { $count ->
    [one] Les deux fiches se contredisent : le refus vaut.
   *[other] Les deux fiches se contredisent { $count } fois : le refus vaut.
  }
merge-undo-how = La fusion s’annule depuis la chronologie du compte. Ce qui sera écrit d’ici là restera à la fiche gardée.
merge-do = Fusionner
merge-done = « { $gone } » est fusionné dans « { $kept } ».
merge-undo = Annuler la fusion
merge-undo-this = Annuler la fusion : { $what }
merge-undone = Fusion annulée : les deux fiches sont comme avant. Ce qui a été écrit depuis reste à celle qui avait été gardée.
merge-see = Ouvrir la fiche gardée
