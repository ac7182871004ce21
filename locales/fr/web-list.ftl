# web-list

## Listes
list-columns = Colonnes
list-before = Mettre « { $name } » avant
list-after = Mettre « { $name } » après
list-as-before = Remettre comme au départ
list-resize = Largeur de « { $name } »
list-choose = Choisir { $name }
list-choose-all = Choisir tout ce qui est affiché
list-choose-500 = Choisir les 500 premiers
list-chosen = { $count ->
    [one] { $count } choisi
   *[other] { $count } choisis
  }
list-clear = Ne rien choisir
list-wrong-keys = Corrigez et validez par Entrée, ou renoncez par Échap.
list-keys = Flèches pour se déplacer, Entrée pour ouvrir ou modifier, Espace pour choisir.
