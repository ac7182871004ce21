# web: calls to the API

calls-title = Appels à l’API
calls-what = Ce que cet onglet a demandé au serveur, le geste le plus récent d’abord. Gardé en mémoire seulement, jusqu’à votre départ.
calls-description = Lire la description de l’API (JSON)
calls-none = Aucun appel pour l’instant. Faites quelque chose sur la page, il s’affichera ici.
calls-act = Après « { $name } »
calls-opening = À l’ouverture de la page
calls-going = en attente de la réponse
calls-unreachable = sans réponse
calls-browser = demandé par le navigateur
calls-ms = { $ms } ms
calls-more = Détail
calls-permission = Droit demandé :
calls-query = Paramètres de l’adresse
calls-sent = Corps envoyé
calls-answer = Réponse
calls-without-secret = Pas gardé ici : il peut contenir un secret.
calls-without-file = Pas gardé ici : c’est un fichier.
calls-without-long = Pas gardé ici : il est trop long.
calls-command = En ligne de commande
calls-key = Mettez votre clé d’accès à la place de atl_… ; « … » dans un corps tient la place d’un secret.
calls-copy = Copier pour curl
calls-copy-of = Copier pour curl : { $method } { $path }
calls-copied = Copié.
calls-selected = Le navigateur garde le presse-papiers pour lui. La commande est sélectionnée dans le détail.
