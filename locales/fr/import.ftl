# import

import-rejects = Lignes mises de côté
import-reject-file = Fichier
import-reject-row = Ligne
import-reject-column = Colonne
import-reject-value = Valeur
import-reject-code = Code
import-reject-reason = Raison
import-reject-remedy = Que faire
import-reject-proposal = Proposition
import-kind-accounts = Comptes
import-kind-people = Personnes
import-kind-products = Produits
import-kind-cases = Affaires
import-kind-passages = Passages
import-file-of = { $table ->
    [accounts] des comptes
    [people] des personnes
    [products] des produits
    [passages] de l’historique des étapes
   *[cases] des affaires
}

import-mapping-unreadable = Le fichier de correspondance « { $file } » n’a pas pu être lu.
    .why = Il n’existe pas, n’est pas accessible ou n’est pas écrit en UTF-8.
    .remedy = Vérifiez le chemin donné après --mapping et enregistrez le fichier en UTF-8.

import-mapping-syntax = Le fichier de correspondance n’est pas lisible à cet endroit : { $detail }.
    .why = Il suit la syntaxe TOML : un nom, le signe égal, une valeur entre guillemets.
    .remedy = Corrigez la ligne indiquée, en partant des exemples du dossier examples/mappings.

import-unknown-setting = Le réglage « { $setting } » n’existe pas.
    .why = Ici, la correspondance connaît : { $known }.
    .remedy = { $found ->
        [yes] Vouliez-vous écrire « { $proposal } » ? Sinon, retirez cette ligne.
       *[no] Retirez cette ligne ou choisissez un réglage de la liste.
    }

import-missing-setting = Il manque le réglage « { $setting } » dans « { $table } ».
    .why = Sans lui, l’import ne sait pas où trouver cette information.
    .remedy = Ajoutez une ligne « { $setting } = … » à cet endroit.

import-bad-setting = Le réglage « { $setting } » vaut { $given }.
    .why = Cette valeur ne peut pas être prise ici.
    .remedy = Écrivez par exemple : { $expected }.

import-alias-target-unknown = L’autre écriture « { $alias } » renvoie à « { $key } », qui n’existe pas dans l’export.
    .why = Une autre écriture désigne toujours une clé présente dans son fichier.
    .remedy = Corrigez la clé à droite du signe égal ou retirez cette ligne.

import-file-missing = Le fichier « { $file } » est introuvable dans le dossier de l’export.
    .why = La correspondance le demande.
    .remedy = Ajoutez-le au dossier ou corrigez son nom dans la correspondance.

import-unreadable-file = Le fichier « { $file } » n’a pas pu être lu.
    .why = Il est incomplet, endommagé ou d’un format qui n’est ni texte ni xlsx.
    .remedy = Refaites l’export, ou ouvrez le fichier dans un tableur et enregistrez-le en xlsx ou en CSV.

import-suspicious-archive = Le classeur « { $file } » grossit anormalement une fois décompressé.
    .why = Sa taille, son taux de compression ou le nombre de ses fichiers dépasse ce qu’un tableur produit.
    .remedy = Ouvrez-le dans un tableur, enregistrez-le en CSV, puis importez le CSV.

import-empty-file = Le fichier « { $file } » est vide.
    .why = Il n’a pas même une ligne de titres.
    .remedy = Refaites l’export de ce fichier.

import-sheet-missing = Le classeur « { $file } » n’a pas de feuille « { $sheet } ».
    .why = Ses feuilles sont : { $sheets }.
    .remedy = Corrigez le nom de la feuille dans la correspondance.

import-missing-column = La colonne « { $column } » est introuvable.
    .why = La correspondance la demande ({ $mapping }) ; les colonnes du fichier sont : { $columns }.
    .remedy = { $found ->
        [yes] Vouliez-vous écrire « { $proposal } » ? Corrigez la correspondance.
       *[no] Corrigez la correspondance ou ajoutez la colonne à l’export.
    }

import-repeated-column = La colonne « { $column } » figure plusieurs fois.
    .why = La correspondance la demande ({ $mapping }) et rien ne dit laquelle prendre.
    .remedy = Renommez les colonnes de l’export pour que chacune ait un titre à elle.

import-too-many-columns = Le fichier « { $file } » a { $columns } colonnes.
    .why = La limite est de { $limit } colonnes.
    .remedy = N’exportez que les colonnes utiles.

import-too-many-rows = Le fichier « { $file } » a trop de lignes.
    .why = La limite est de { $limit } lignes par fichier.
    .remedy = Partagez l’export, par exemple par année, et importez chaque part.

import-bad-encoding = La ligne { $row } contient des caractères qui ne sont pas de l’UTF-8.
    .why = La correspondance déclare le fichier « { $file } » en UTF-8.
    .remedy = Déclarez encoding = "windows-1252", ou retirez la déclaration : le codage sera reconnu.

import-row-too-long = La ligne { $row } dépasse { $limit } octets.
    .why = Un guillemet ouvert et jamais refermé fait une seule ligne de tout ce qui suit.
    .remedy = Refermez le guillemet de cette ligne, puis recommencez.

import-ambiguous-dates = Les dates de la colonne « { $column } » peuvent se lire de deux façons : { $one } ou { $other }.
    .why = Aucune valeur ne tranche ; par exemple, « { $example } » se lit des deux façons ou les deux façons se mêlent.
    .remedy = Dites quelle forme ont les dates du fichier { import-file-of } (dans le fichier de correspondance : [{ $table }], dates = "{ $one }" ou dates = "{ $other }").

import-unknown-date-form = Les dates de la colonne « { $column } » n’ont pas été reconnues.
    .why = Par exemple, « { $example } » ne suit aucune forme connue.
    .remedy = Dites quelle forme ont les dates du fichier { import-file-of } (dans le fichier de correspondance : [{ $table }], par exemple dates = "jj/mm/aaaa"), ou vérifiez que la colonne contient des dates.

import-ambiguous-decimal = Les montants de la colonne « { $column } » mêlent la virgule et le point.
    .why = Aucune des deux lectures ne l’emporte ; un exemple : « { $example } ».
    .remedy = Dites quelle marque décimale a le fichier { import-file-of } (dans le fichier de correspondance : [{ $table }], decimal = "," ou decimal = ".").

import-cell-too-long = La cellule « { $column } » contient { $bytes } octets.
    .why = La limite est d’un mébioctet par cellule, soit environ cinq cents pages de texte.
    .remedy = Raccourcissez la cellule ; un guillemet oublié peut aussi avoir avalé les lignes suivantes.

import-nul-character = La cellule « { $column } » contient un caractère nul.
    .why = Aucune base de données ne garde ce caractère ; il vient souvent d’un export abîmé ou d’un codage mal déclaré.
    .remedy = Exportez de nouveau, ou retirez ce caractère de la cellule.

import-row-width = Nombre de cellules de la ligne : { $cells }, au lieu de { $expected }.
    .why = Un séparateur en trop ou en moins décale les colonnes.
    .remedy = Mettez entre guillemets les textes qui contiennent le séparateur.

import-missing-value = La cellule « { $column } » est vide.
    .why = Cette information est nécessaire à chaque ligne.
    .remedy = Remplissez la cellule ou retirez la ligne.

import-bad-date = « { $value } » n’est pas une date lisible dans la colonne « { $column } ».
    .why = Les dates de cette colonne s’écrivent { $form }, et le jour doit exister.
    .remedy = Corrigez la date, ou dites quelle autre forme ont les dates du fichier { import-file-of } (dans le fichier de correspondance : [{ $table }], dates).

import-bad-amount = « { $value } » n’est pas un montant lisible dans la colonne « { $column } ».
    .why = Les montants de cette colonne s’écrivent comme { $form }, avec deux décimales au plus.
    .remedy = Corrigez le montant, ou dites quelle marque décimale a le fichier { import-file-of } (dans le fichier de correspondance : [{ $table }], decimal).

import-bad-siren = « { $value } » n’est pas un numéro SIREN ou SIRET, dans la colonne « { $column } ».
    .why = { $wrong ->
        [shape] Un SIREN a neuf chiffres, un SIRET quatorze, avec rien d’autre entre eux que des espaces, des points ou des tirets.
        [firm] Ses neuf premiers chiffres sont le SIREN de la société, et leur clé de contrôle ne tombe pas juste.
        [zeros] Aucune société n’a un numéro fait de zéros.
        [other] La même ligne donne le numéro d’une autre société ou d’un autre établissement.
       *[key] Son dernier chiffre contrôle les autres, et il ne tombe pas juste : un chiffre est faux, ou deux sont inversés.
    }
    .remedy = Corrigez le numéro ou videz la cellule ; si un tableur a retiré le zéro du début, mettez la colonne en texte et rendez-le.

import-closed-before-engaged = L’affaire est close ({ $value }) avant d’avoir été engagée ({ $engaged }).
    .why = Une affaire ne peut pas finir avant d’avoir commencé.
    .remedy = Corrigez l’une des deux dates ; jour et mois sont peut-être inversés.

import-left-before-entered = L’étape est quittée ({ $value }) avant d’être entamée ({ $entered }).
    .why = Un passage ne peut pas finir avant d’avoir commencé.
    .remedy = Corrigez l’une des deux dates.

import-duplicate-key = La clé « { $value } » figure à la ligne { $first } et à la ligne { $row }.
    .why = Chaque clé désigne une seule ligne de son fichier.
    .remedy = Gardez une seule des deux lignes, ou corrigez la clé.

import-rejected-reference = « { $value } » renvoie à une ligne qui a été mise de côté.
    .why = Sa propre ligne a un défaut, signalé dans le même fichier de rejets.
    .remedy = Corrigez d’abord cette autre ligne.

import-unknown-account = Le compte « { $value } » est inconnu.
    .why = Le fichier des comptes n’a pas cette clé.
    .remedy = { $found ->
        [yes] Vouliez-vous écrire « { $proposal } » ? Si oui, ajoutez aux autres écritures des comptes de la correspondance ([aliases.accounts]) : "{ $value }" = "{ $proposal }".
       *[no] Ajoutez cette ligne au fichier des comptes, ou déclarez une autre écriture dans la correspondance ([aliases.accounts]).
    }

import-unknown-person = La personne « { $value } » est inconnue.
    .why = Le fichier des personnes n’a pas cette clé.
    .remedy = { $found ->
        [yes] Vouliez-vous écrire « { $proposal } » ? Si oui, ajoutez aux autres écritures des personnes de la correspondance ([aliases.people]) : "{ $value }" = "{ $proposal }".
       *[no] Ajoutez cette ligne au fichier des personnes, ou déclarez une autre écriture dans la correspondance ([aliases.people]).
    }

import-unknown-product = Le produit « { $value } » est inconnu.
    .why = Le fichier des produits n’a pas cette clé.
    .remedy = { $found ->
        [yes] Vouliez-vous écrire « { $proposal } » ? Si oui, ajoutez aux autres écritures des produits de la correspondance ([aliases.products]) : "{ $value }" = "{ $proposal }".
       *[no] Ajoutez cette ligne au fichier des produits, ou déclarez une autre écriture dans la correspondance ([aliases.products]).
    }

import-unknown-case = L’affaire « { $value } » est inconnue.
    .why = L’historique parle d’une affaire que le fichier des affaires n’a pas.
    .remedy = Ajoutez l’affaire à l’export ou retirez cette ligne de l’historique.

import-unknown-stage = L’étape « { $value } » n’est pas décrite.
    .why = La correspondance ne dit pas si elle est en cours, gagnée ou perdue.
    .remedy = { $found ->
        [yes] Vouliez-vous écrire « { $proposal } » ? Sinon, décrivez-la parmi les étapes de la correspondance ([stages]).
       *[no] Décrivez-la parmi les étapes de la correspondance ([stages]).
    }

import-no-stage-history = Les rendements et les temps de passage étape par étape ne sont pas mesurables.
    .why = L’export ne contient pas d’historique des étapes : seules les dates d’engagement et de clôture sont connues.
    .remedy = Exportez l’historique des étapes et décrivez-le dans la correspondance ([passages]).

import-cycle-undated = Affaires closes dont la durée n’est pas mesurable : { $count }.
    .why = Il leur manque la date d’engagement ou la date de clôture.
    .remedy = Complétez ces dates dans l’outil d’origine et refaites l’import.

import-age-undated = Affaires en cours dont l’ancienneté n’est pas mesurable : { $count }.
    .why = Elles n’ont pas de date d’engagement.
    .remedy = Complétez cette date dans l’outil d’origine, ou engagez ces affaires.

import-won-without-value = Affaires gagnées dont la valeur est inconnue : { $count }.
    .why = Leur montant est vide ; elles comptent pour zéro dans la valeur gagnée.
    .remedy = Complétez ces montants dans l’outil d’origine et refaites l’import.

import-open-without-value = Affaires en cours dont la valeur attendue est inconnue : { $count }.
    .why = Leur montant attendu est vide.
    .remedy = Complétez ce montant, ou estimez-le par le prix du produit.

import-unplaced-cases = Affaires en cours qui ne sont placées dans aucune étape du processus : { $count }.
    .why = Leur étape d’origine n’est reliée à aucune étape du processus.
    .remedy = Ajoutez step = "…" à cette étape dans la correspondance ([stages]).

import-unknown-process = Le processus « { $given } » n’est pas connu de cette entreprise.
    .why = Ses affaires seraient reprises sans qu’aucun plan ne les voie ; l’entreprise a : { $known }.
    .remedy = Mettez l’un de ces codes après process = dans la correspondance, ou enregistrez le processus : atelier process import FICHIER.

import-unknown-step = Le processus « { $process } » n’a pas d’étape « { $given } ».
    .why = Ses étapes sont : { $known }.
    .remedy = Mettez l’un de ces codes dans la correspondance.
