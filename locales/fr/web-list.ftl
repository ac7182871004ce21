# web-list

## Listes
list-columns = Colonnes
list-before = Mettre « { $name } » avant
list-after = Mettre « { $name } » après
list-as-before = Remettre comme au départ
list-resize = Largeur de « { $name } »
list-choose = Sélectionner { $name }
list-choose-all = Sélectionner tout ce qui est affiché
list-choose-most = Sélectionner les premières lignes, { $most } au plus
list-choose-whole = Sélectionner les { $count } lignes
list-chosen =
    { $count ->
        [one] { $count } ligne sélectionnée
       *[other] { $count } lignes sélectionnées
    }
list-clear = Tout désélectionner
list-wrong-keys = Corrigez puis validez par Entrée, ou renoncez par Échap.
list-keys = Flèches pour se déplacer, Entrée pour ouvrir ou modifier, Espace pour sélectionner.
