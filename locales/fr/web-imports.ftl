# Imports

## Importer
bring-question = Que disent nos anciens fichiers ?
bring-new = Nouvel import
bring-drop = Déposez ici l’export de votre ancien outil, ou choisissez ses fichiers
bring-choose = Choisir des fichiers
bring-drop-more = Ajouter des fichiers
bring-drop-how = Un fichier d’affaires suffit (CSV, ou classeur .xlsx). Ajoutez, si vous les avez, les comptes, les vendeurs, les produits et l’historique des étapes. Rien n’est écrit avant que vous l’ayez vu.
bring-reading = Lecture des fichiers en cours.
bring-unread-locked = { $name } est protégé par un mot de passe.
bring-unread-why-locked = Rien ne s’y lit sans ce mot de passe. Enregistrez-le sans mot de passe depuis votre tableur, puis déposez-le de nouveau.
bring-unread-old = { $name } est un classeur d’avant 2007 (.xls).
bring-unread-why-old = Ce format ne se lit pas ici. Enregistrez-le en .xlsx depuis votre tableur, puis déposez-le.
bring-unread-heavy = { $name } est trop gros pour être lu ici.
bring-unread-why-heavy = Un classeur peut peser 32 Mo, et contenir 256 Mo une fois ouvert. Gardez-en les feuilles utiles, sans images, ou enregistrez chaque feuille en CSV.
bring-unread-broken = { $name } ne se lit pas comme un classeur .xlsx.
bring-unread-why-broken = Le fichier est abîmé, ou d’un autre format. Ouvrez-le dans votre tableur, enregistrez-le en .xlsx ou en CSV, puis déposez-le.
bring-unread-empty = { $name } ne contient aucune ligne.
bring-unread-why-empty = Il faut une ligne de titres, puis une ligne par fiche.
bring-unread-gone = { $name } n’a pas pu être ouvert.
bring-unread-why-gone = Le fichier a été déplacé, ou le réseau manque. Déposez-le de nouveau.
bring-sheets = Feuilles prises dans { $name }
bring-sheet = feuille « { $name } »
bring-rows =
    { $count ->
        [one] une ligne
        *[other] { $n } lignes
    }
bring-forget = Retirer ce fichier
bring-holds = Ce fichier contient
bring-nothing = rien à importer
bring-kind-cases = des affaires
bring-kind-accounts = des comptes
bring-kind-people = des vendeurs
bring-kind-products = des produits
bring-kind-passages = l’historique des étapes
bring-needed = nécessaire
bring-no-column = aucune colonne
bring-preview = Premières lignes : { $name }
bring-field-key = Identifiant
bring-field-stage = Étape
bring-field-account = Compte
bring-field-owner = Vendeur
bring-field-product = Produit
bring-field-engaged-on = Ouverte le
bring-field-closed-on = Close le
bring-field-value = Montant
bring-field-name = Nom
bring-field-sector = Secteur
bring-field-country = Pays
bring-field-parent = Société mère
bring-field-siren = SIREN ou SIRET
bring-field-team = Équipe
bring-field-region = Région
bring-field-family = Famille
bring-field-price = Prix
bring-field-case = Affaire
bring-field-entered-on = Entrée le
bring-field-left-on = Sortie le
bring-no-cases = Aucun fichier ne contient d’affaires.
bring-no-cases-why = Dites lequel en contient : il lui faut un identifiant et une étape.
bring-process = Processus suivi par ces affaires
bring-currency = Monnaie des montants
bring-dates = Format des dates
bring-date-day = JJ
bring-date-month = MM
bring-date-year = AAAA
bring-decimal = Format des montants
bring-found-out = reconnu à la lecture
bring-engaged = Une affaire ouverte entre à l’étape
bring-stages = Que veulent dire vos étapes ?
bring-stages-why = Chaque étape de l’ancien outil est une affaire encore ouverte, gagnée ou perdue, et la progression que le client a faite.
bring-times =
    { $count ->
        [one] une affaire
        *[other] { $n } affaires
    }
bring-standing-of = Issue de « { $name } »
bring-standing-open = encore ouverte
bring-standing-won = gagnée
bring-standing-lost = perdue
bring-step-of = Étape du processus pour « { $name } »
bring-no-step = aucune étape
bring-try = Lire sans rien écrire
bring-slow = Envoi des fichiers en cours.
bring-waits = Les fichiers sont reçus : le serveur les prend dès qu’il est libre.
bring-reads = Lecture en cours : rien n’est écrit.
bring-goes = Import en cours. Vous pouvez quitter cette page : il continue.
bring-progress = Avancement de l’import
bring-progress-of = { $done } sur { $total } lignes
bring-cancel = Annuler
bring-cancelled = L’import est annulé.
bring-cancelled-why = Rien n’a été écrit, et les fichiers envoyés sont effacés.
bring-refused =
    { $count ->
        [one] L’import est refusé pour une raison.
        *[other] L’import est refusé pour { $n } raisons.
    }
bring-refused-why = Rien n’a été écrit. Corrigez ce qui est dit ici, puis recommencez.
bring-refused-more =
    { $count ->
        [one] Une autre raison n’est pas montrée.
        *[other] { $n } autres raisons ne sont pas montrées.
    }
bring-safe =
    { $count ->
        [one] Un fichier choisi.
        *[other] { $n } fichiers choisis.
    } Un import s’annule en une fois.
bring-tried =
    { $count ->
        [one] Une fiche se lit bien.
        *[other] { $n } fiches se lisent bien.
    } Rien n’est écrit pour l’instant.
bring-tried-none = Aucune fiche ne se lit. Rien n’est écrit.
bring-written =
    { $count ->
        [one] Une fiche écrite
        *[other] { $n } fiches écrites
    }
bring-nothing-new = Ces fichiers ne disent rien de nouveau : rien n’a été écrit.
bring-record-accounts =
    { $count ->
        [one] { $n } compte
       *[other] { $n } comptes
    }
bring-record-people =
    { $count ->
        [one] { $n } vendeur
       *[other] { $n } vendeurs
    }
bring-record-products =
    { $count ->
        [one] { $n } produit
       *[other] { $n } produits
    }
bring-record-cases =
    { $count ->
        [one] { $n } affaire
       *[other] { $n } affaires
    }
bring-record-passages =
    { $count ->
        [one] { $n } changement d’étape
       *[other] { $n } changements d’étape
    }
bring-rejected =
    { $count ->
        [one] Une ligne mise de côté
        *[other] { $n } lignes mises de côté
    }
bring-rejects = Lignes mises de côté
bring-rejects-download = Télécharger les lignes mises de côté
bring-rejects-file = rejets
bring-rejects-first = Seules les { $n } premières sont montrées.
bring-reject-column-file = Fichier
bring-reject-column-row = Ligne
bring-reject-column-column = Colonne
bring-reject-column-value = Valeur
bring-reject-column-code = Règle
bring-reject-column-reason = Raison
bring-reject-column-remedy = Que faire
bring-write = Écrire
bring-write-good =
    { $count ->
        [one] Écrire les bonnes lignes, laisser l’autre de côté
        *[other] Écrire les bonnes lignes, laisser les { $n } autres de côté
    }
bring-see-load = Voir la charge
bring-another = Importer autre chose
bring-no-process = Il faut d’abord un processus.
bring-no-process-why = Un import range chaque affaire à une étape d’un processus.
bring-to-processes = Écrire un processus

## Imports faits
bring-made = Imports déjà faits
bring-none = Rien n’a encore été importé.
bring-objects =
    { $count ->
        [one] une fiche
        *[other] { $n } fiches
    }
bring-is-undone = annulé
bring-undo = Annuler cet import
bring-undo-title = Annuler l’import ?
bring-undo-why =
    { $count ->
        [one] La fiche de « { $source } » disparaît,
        *[other] Les { $n } fiches de « { $source } » disparaissent,
    } sauf ce qui a servi depuis. Le journal garde les deux actes.
bring-undone = Import de { $source } annulé.
