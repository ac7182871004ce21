# The command line and the program itself
cli = Atelier : la fabrique des actions commerciales, de l’objectif à la journée de chacun
cli-demo = Crée deux entreprises d’exemple, les planifie et ouvre les pages sur cette machine
cli-init = Crée une entreprise vide
cli-serve = Ouvre les pages sur cette machine
cli-worker = Fait les travaux en attente et ce qui revient (scellement, vérification), sans les pages
cli-import = Reprend les données d’un autre système
cli-import-crm = Importe un export de CRM (dossier ou classeur) selon un fichier de correspondance
cli-import-undo = Annule un import
cli-import-list = Liste les imports
cli-process = Les processus et leurs sept niveaux
cli-process-check = Relit un fichier de processus et montre toutes ses fautes
cli-process-import = Enregistre une nouvelle version d’un processus
cli-process-export = Écrit le texte d’un processus
cli-process-list = Liste les processus et leur complétude
cli-process-draft = Propose un processus à partir des étapes importées
cli-process-show = Un processus, avec la marge de manœuvre de ses opérations
cli-process-lint = Relit la conception d’un processus enregistré, règle par règle
cli-process-waive = Laisse passer 90 jours une remarque de conception, avec sa raison
cli-process-ready = Dit ce qui manque avant le lancement, dans l’ordre
cli-workshop = Les personnes, leurs calendriers et leurs absences
cli-workshop-check = Relit un fichier de ressources et montre toutes ses fautes
cli-workshop-import = Enregistre les ressources de l’entreprise
cli-workshop-export = Écrit le texte des ressources
cli-diagnose = Mesure les rendements, les cycles et les en-cours sur l’historique
cli-standards = Les standards du processus face à ce qui est mesuré
cli-standards-propose = Propose de nouveaux standards
cli-standards-accept = Accepte des standards proposés : nouvelle version du processus
cli-plan = De l’objectif aux dates
cli-plan-make = Tout le plan : besoins, charge, ordonnancement, journée
cli-plan-explode = Besoins par étape et par semaine
cli-plan-load = Charge et capacité par semaine
cli-plan-bottlenecks = Ce qui freine le plan, du plus coûteux au moins coûteux : personnes à court d’heures, rendements, attentes
cli-plan-promise = Peut-on tenir l’objectif ?
cli-plan-release = Combien de nouveaux dossiers lancer, d’après le tampon devant le goulet
cli-plan-level = Lisse la charge en l’avançant
cli-plan-scenarios = Compare des scénarios côte à côte
cli-plan-schedule = Ordonnance et enregistre une version du plan
cli-plan-show = Montre une version du plan
cli-plan-compare = Ce qui a bougé entre deux versions
cli-plan-why = Pourquoi cette date
cli-plan-where-used = Quels processus emploient cette étape ou cette opération
cli-today = La journée d’une personne
cli-order = Les ordres d’action
cli-order-show = Montre un ordre d’action
cli-order-declare = Déclare où en est un ordre d’action
cli-order-note = Note une conversation que rien n’avait prévue
cli-user = Qui peut se connecter, et avec quels droits
cli-user-add = Ajoute un utilisateur et donne son invitation
cli-user-change = Change un utilisateur ; ce qui n’est pas dit reste
cli-user-disable = Ferme la porte à un utilisateur : sessions et clés s’arrêtent aussitôt
cli-user-enable = Rouvre la porte à un utilisateur
cli-user-invite = Donne une nouvelle invitation, pour choisir un mot de passe
cli-user-password = Fixe un mot de passe lu sur l’entrée
cli-user-second-factor-reset = Retire le second facteur de quelqu’un qui a perdu son appareil et ses codes
cli-user-untie = Oublie à qui un utilisateur est lié chez le fournisseur d’identité, et ferme ses sessions et ses clés
cli-user-list = Liste les utilisateurs
cli-unit = Les unités et ceux qui les dirigent
cli-webhook = Qui, au-dehors, est averti de ce qui se passe
cli-webhook-add = Abonne une adresse et donne son secret, une fois
cli-webhook-list = Liste les abonnements
cli-webhook-rotate = Donne un nouveau secret ; l’ancien signe encore un jour
cli-webhook-remove = Met fin à un abonnement
cli-webhook-test = Envoie tout de suite un message d’essai
cli-unit-keep = Crée ou change une unité
cli-unit-list = Liste les unités, et celles que personne ne dirige
cli-confirm = Les affaires gagnées à confirmer par qui ne les a pas enregistrées
cli-confirm-list = Liste les affaires gagnées qui attendent
cli-confirm-give = Confirme ou refuse une affaire gagnée
cli-confirm-take-back = Reprend son propre avis
cli-accesses = Le journal des accès : refus, et lectures des rôles privilégiés
cli-verify = Vérifie que les tables montrées disent ce que disent les faits
cli-digest = Empreinte de ce que contient l’installation
cli-rebuild = Refait les tables de lecture à partir des faits
cli-backup = Sauvegarde dans un fichier
cli-restore = Restaure une sauvegarde dans une installation vide, sur l’un ou l’autre moteur
cli-routes = Liste les adresses servies et leurs droits
cli-openapi = Écrit la description de l’API (OpenAPI 3.1)
cli-arg-data = Dossier des données (sans cette option : atelier-data)
cli-arg-database = Base PostgreSQL : postgres://… (ou la variable ATELIER_DATABASE)
cli-arg-company = Code de l’entreprise, quand il y en a plusieurs
cli-arg-lang = Langue : fr ou en
cli-arg-json = Réponse en JSON
cli-arg-today = Jour à prendre pour aujourd’hui (AAAA-MM-JJ)
cli-arg-port = Port d’écoute sur cette machine (4310 ; 0 pour le premier libre)
cli-arg-no-serve = Sans ouvrir les pages
cli-arg-canaries = Crée plutôt les deux entreprises des essais de droits et écrit en JSON leurs accès, leurs objets et les mots qui ne sont qu’à elles
cli-arg-remove = Retire les entreprises d’exemple, en une fois
cli-arg-name = Nom de l’entreprise
cli-arg-path = Dossier ou classeur de l’export
cli-arg-mapping = Fichier de correspondance des colonnes
cli-arg-dry-run = Essai : tout est lu, rien n’est écrit
cli-arg-accept-rejects = Prend les lignes bonnes et laisse les autres dans le fichier de rejets
cli-arg-rejects = Fichier de rejets
cli-arg-batch = Numéro de l’import
cli-arg-file = Fichier
cli-arg-code = Code
cli-arg-process = Code ou fichier du processus
cli-arg-codes = Codes des propositions acceptées
cli-arg-revenue = Objectif de chiffre d’affaires
cli-arg-margin = Objectif de marge
cli-arg-buffer-days = Tampon voulu devant le goulet, en jours de travail de celui-ci
cli-arg-service = Niveau de service : 50, 80 ou 95 (%) ; sans lui, en moyenne
cli-arg-deals = Objectif en nombre d’affaires
cli-arg-from = Premier jour (AAAA-MM-JJ)
cli-arg-to = Dernier jour (AAAA-MM-JJ)
cli-arg-format = Forme : text, json, csv, xlsx
cli-arg-out = Fichier ou dossier à écrire
cli-arg-person = Personne : nom ou code
cli-arg-date = Jour (AAAA-MM-JJ)
cli-arg-ics = Fichier de calendrier (iCalendar)
cli-arg-version = Version du plan
cli-arg-old = Ancienne version
cli-arg-new = Nouvelle version
cli-arg-order = Identifiant de l’ordre d’action, ou son début
cli-arg-state = Nouvel état : firm, released, started, done, closed, cancelled
cli-arg-result = Résultat : progress, no-progress, disqualified
cli-arg-minutes = Temps passé, en minutes
cli-arg-evidence = Preuve client
cli-arg-evidence-on = Date de la preuve (AAAA-MM-JJ)
cli-arg-way = Par quel moyen : visit, video, call, mail
cli-arg-goal = Le but, avec les mots du client
cli-arg-next-on = Jour convenu pour le prochain (AAAA-MM-JJ)
cli-arg-confirm = Confirme une valeur inhabituelle
cli-arg-admin = Adresse du premier administrateur
cli-arg-listen = Adresse réseau d’écoute (127.0.0.1)
cli-arg-workers = Travaux menés en même temps (1 ; 0 : aucun)
cli-arg-pace = Demandes par seconde d’un même appelant (50)
cli-arg-address = Adresse publique, https://…
cli-arg-oidc-issuer = Fournisseur d’identité (OpenID Connect) : son émetteur, https://…
cli-arg-oidc-client = Nom d’Atelier chez le fournisseur d’identité
cli-arg-oidc-secret-file = Fichier du secret d’Atelier chez lui (ou la variable ATELIER_OIDC_SECRET)
cli-arg-oidc-label = Ce que dit le bouton de la page de connexion
cli-arg-oidc-domain = Domaine de messagerie admis par le fournisseur ; peut être répété
cli-arg-oidc-trust-second-factor = Ne pas redemander le second facteur d’Atelier à qui vient du fournisseur
cli-arg-before = Identité de la ligne avant laquelle reprendre
cli-arg-login = Adresse de messagerie
cli-arg-new-login = Nouvelle adresse de messagerie
cli-arg-roles = Rôle ; à répéter
cli-arg-deal = Clé ou identifiant de l’affaire
cli-arg-verdict = Avis : confirmed, refused
cli-arg-verdict-reason = Pourquoi ; à dire pour refuser, ou sans preuve du client
cli-arg-unit = Équipe suivie
cli-arg-firm = Société partenaire
cli-arg-despite = Contrôle compensatoire, quand les rôles ne vont pas ensemble
cli-arg-password-stdin = Lit le mot de passe sur l’entrée
cli-arg-under = Unité au-dessus
cli-arg-supervisor = Adresse de qui la dirige
cli-arg-deputy = Adresse de qui le remplace
cli-arg-url = Adresse https du service à avertir
cli-arg-events = Évènement entendu, execution.declare ou controls.* ; peut être répété ; sans lui, tous
cli-arg-webhook = Identité ou adresse de l’abonnement
cli-arg-own-network = Services de son propre réseau qui peuvent être appelés
cli-arg-authorities = Fichier PEM d’autorités de certification
cli-arg-smtp = Relais de messagerie, smtps://…
cli-arg-mail-from = Adresse qui écrit
cli-arg-public-address = Adresse publique, https://…
cli-arg-checkpoint-mail = À qui les points de contrôle signés sont envoyés, plusieurs adresses séparées par des virgules
cli-arg-by-mail = Par messagerie
cli-heading-commands = Commandes{"\u202F"}
cli-heading-options = Options{"\u202F"}
cli-template = 
    { "{" }about{ "}" }

    Utilisation : { "{" }usage{ "}" }

    { "{" }all-args{ "}" }

# Refusals
app-wrong-method = Cette adresse ne fait pas cela.
    .why = Elle existe, mais la méthode demandée n’y est pas servie.
    .remedy = Voyez la liste des adresses et de leurs méthodes : atelier routes.
app-address-too-long = L’adresse demandée est trop longue.
    .why = Elle dépasse 2 048 caractères.
    .remedy = Repartez de la page d’accueil.
app-unreadable-page = La suite de cette liste ne se retrouve pas.
    .why = Le repère « { $given } » n’est pas de ceux que cette liste, dans cet ordre, a donnés.
    .remedy = Reprenez la liste à sa première page.
app-foreign-host = La demande vient sous un autre nom que celui de cette machine.
    .why = Les pages ne répondent qu’à localhost et 127.0.0.1, pour qu’un site tiers ne puisse pas les lire.
    .remedy = Ouvrez l’adresse affichée au démarrage.
app-not-ready = Le service ne peut pas répondre pour l’instant.
    .why = La base de données ne répond pas.
    .remedy = Réessayez dans un instant. Si cela dure, voyez le journal du serveur et la base.
app-unknown-address = Cette adresse n’existe pas.
    .why = Aucune page ni aucun service n’y répond.
    .remedy = Vérifiez l’adresse, ou lancez atelier routes.
app-incident = L’opération n’a pas pu aller au bout.
    .why = Le programme a rencontré une difficulté qui ne vient pas de vous ; rien n’a été écrit.
    .remedy = Recommencez ; si cela se répète, transmettez les lignes du journal au responsable de l’installation.
app-no-company = Cette installation n’a encore aucune entreprise.
    .why = Il faut une entreprise pour ranger les données.
    .remedy = Créez-la : atelier init --company CODE --name "NOM".
app-unknown-company = L’entreprise « { $given } » est inconnue ici.
    .why = Cette installation connaît : { $known }.
    .remedy = Reprenez l’un de ces codes avec --company.
app-several-companies = Il faut dire de quelle entreprise il s’agit.
    .why = Cette installation en connaît plusieurs : { $known }.
    .remedy = Ajoutez --company CODE.
app-company-exists = L’entreprise « { $given } » existe déjà.
    .why = Une entreprise de ce code est déjà dans cette installation.
    .remedy = Choisissez un autre code avec --company.
app-unknown-person = « { $given } » ne désigne personne.
    .why = Aucun nom ni code ne correspond ; les plus proches : { $known }.
    .remedy = Reprenez un nom ou un code de la liste des ressources.
app-several-people = « { $given } » désigne plusieurs personnes.
    .why = Correspondent : { $known }.
    .remedy = Donnez le nom entier ou le code.
app-unknown-order = L’ordre d’action « { $given } » est inconnu.
    .why = Aucun ordre du dernier plan ne commence ainsi.
    .remedy = Choisissez une action de la journée ou du plan (en ligne de commande : atelier today ou atelier plan show donne son identifiant).
app-several-orders = « { $given } » désigne plusieurs ordres d’action.
    .why = { $count } identifiants commencent ainsi.
    .remedy = Donnez quelques caractères de plus.
app-unknown-process = Le processus « { $given } » est inconnu.
    .why = L’entreprise a : { $known }.
    .remedy = Reprenez l’un de ces codes, ou enregistrez ce processus (en ligne de commande : atelier process import FICHIER).
app-unknown-objective = L’objectif « { $given } » est inconnu.
    .why = Le processus a : { $known }.
    .remedy = Reprenez l’un de ces codes, ou ajoutez l’objectif au processus.
app-no-process = L’entreprise n’a aucun processus.
    .why = Sans processus, un objectif ne dit pas quelles actions il demande.
    .remedy = Faites-en un dans la page des processus (en ligne de commande : atelier process import FICHIER, ou atelier process draft, qui en propose un à partir des étapes importées).
app-process-needed = Il faut dire de quel processus il s’agit.
    .why = L’entreprise en a plusieurs : { $known }.
    .remedy = Dites lequel (en ligne de commande : --process CODE).
app-no-people = L’entreprise n’a personne à qui donner des actions.
    .why = Ni fichier de ressources, ni personne importée.
    .remedy = Enregistrez les équipes et leurs horaires, ou importez l’export de votre logiciel (en ligne de commande : atelier workshop import FICHIER).
app-no-objective = Il n’y a rien à planifier.
    .why = Aucun objectif n’est donné, et les processus de l’entreprise n’en ont pas qui finisse après le { $today }.
    .remedy = Donnez une quantité et une période (en ligne de commande : --revenue, --margin ou --deals avec --from et --to), ou un objectif à un processus.
app-no-period = Il manque la période de l’objectif.
    .why = Un objectif se compte entre deux jours.
    .remedy = Donnez le premier et le dernier jour (en ligne de commande : --from AAAA-MM-JJ et --to AAAA-MM-JJ).
app-empty-period = La période finit avant de commencer.
    .why = Elle va du { $from } au { $to }.
    .remedy = Échangez les deux jours.
app-past-period = La période de l’objectif est passée.
    .why = Elle finit le { $to } et nous sommes le { $today }.
    .remedy = Choisissez une période à venir (en ligne de commande, --today dit quel jour prendre pour aujourd’hui).
app-bad-amount = « { $given } » n’est pas un montant.
    .why = Un montant s’écrit en chiffres, avec au plus deux décimales, et il est supérieur à zéro.
    .remedy = Par exemple : 2500000 ou 2500000,50.
app-no-deal-value = La valeur d’une affaire moyenne n’est pas connue.
    .why = Aucune affaire gagnée n’a de montant, et le processus n’en déclare pas.
    .remedy = Donnez l’objectif en nombre d’affaires (en ligne de commande : --deals N).
app-no-margin-rate = Le taux de marge n’est pas connu.
    .why = Le processus n’en déclare pas, et l’historique importé ne porte pas la marge.
    .remedy = Donnez l’objectif en chiffre d’affaires ou en nombre d’affaires (en ligne de commande : --revenue ou --deals).
app-no-plan = Il n’y a pas encore de plan.
    .why = Aucune version n’a été enregistrée pour cette entreprise.
    .remedy = Faites-en un (en ligne de commande : atelier plan make).
app-unknown-plan = La version { $given } du plan est inconnue.
    .why = Les versions enregistrées vont de 1 à { $last }.
    .remedy = Reprenez l’une d’elles.
app-unknown-kind = Le poste de charge « { $given } » est inconnu.
    .why = Cette entreprise a : { $known }.
    .remedy = Reprenez l’un d’eux.
app-unknown-step = « { $given } » n’est employé nulle part.
    .why = Aucune étape ni opération de ce code n’est dans les processus de l’entreprise.
    .remedy = Reprenez un code de atelier process export.
app-unknown-state = « { $given } » n’est pas un état ou un résultat d’ordre d’action.
    .why = Les valeurs possibles sont : { $known }.
    .remedy = Reprenez l’une d’elles.
app-unknown-standard = « { $given } » n’est pas une proposition.
    .why = Les propositions sont : { $known }.
    .remedy = Reprenez leurs codes dans atelier standards propose.
app-unknown-date = « { $given } » n’est pas un jour.
    .why = Un jour s’écrit AAAA-MM-JJ.
    .remedy = Par exemple : 2027-01-04.
app-unknown-week = « { $given } » n’est pas une semaine du plan.
    .why = Une semaine s’écrit AAAA-Wnn et doit être dans la période planifiée.
    .remedy = Par exemple : 2027-W08.
app-unreadable-file = Le fichier « { $file } » ne se lit pas.
    .why = Le système répond : { $cause }.
    .remedy = Vérifiez le chemin et les droits.
app-folder-taken = Le dossier « { $folder } » contient autre chose qu’une démonstration.
    .why = La démonstration refait son dossier à chaque fois ; celui-ci serait perdu.
    .remedy = Choisissez un autre dossier avec --data.
app-no-demonstration = Il n’y a pas d’entreprise d’exemple dans « { $folder } ».
    .why = La démonstration tient dans un dossier à elle, qu’elle a marqué ; sur PostgreSQL, elle a une base à elle.
    .remedy = Donnez avec --data le dossier où elle a été lancée ; sur PostgreSQL, supprimez sa base.
app-port-taken = Le port { $port } ne peut pas être ouvert.
    .why = Le système répond : { $cause }.
    .remedy = Choisissez-en un autre avec --port, ou --port 0 pour le premier libre.
app-job-lost = Le travail { $job } n’est plus entre les mains de ce serveur.
    .why = Il a été annulé, ou un autre serveur l’a repris parce que celui-ci ne donnait plus de nouvelles.
    .remedy = Rien à faire : ce qui n’était pas fini n’a rien écrit, et l’autre continue.
app-several-objectives = Un plan a un seul objectif à la fois.
    .why = La demande en donne plusieurs : chiffre d’affaires, marge ou affaires.
    .remedy = N’en gardez qu’un.
app-job-given-up = Le travail { $job } a été abandonné après { $attempts } essais.
    .why = Le serveur qui l’avait s’est arrêté chaque fois avant la fin, ou une panne s’est répétée.
    .remedy = Lisez le journal du serveur, puis demandez-le de nouveau.
app-requester-gone = La personne qui avait demandé ce travail n’a plus accès à l’entreprise.
    .why = Un travail agit avec les droits qu’a son auteur au moment où il agit.
    .remedy = Une personne qui en a le droit peut le demander de nouveau.
app-unknown-job = Le travail « { $given } » est inconnu.
    .why = Il n’existe pas dans votre entreprise, ou il a pris fin il y a plus de trois mois.
    .remedy = Reprenez un identifiant de la liste des travaux.
app-job-ended = Le travail { $job } a déjà pris fin.
    .why = On n’annule que ce qui attend ou se fait encore.
    .remedy = Rien à faire ; son résultat est gardé.
app-too-many-rounds = { $given } tours d’amélioration, c’est trop : { $most } au plus.
    .why = Un plan occupe un serveur le temps de ces tours.
    .remedy = Demandez moins de tours.
app-rejected-rows = { COUNT($count) ->
        [one] { $count } ligne de l’export n’a pas pu être prise.
       *[other] { $count } lignes de l’export n’ont pas pu être prises.
    }
    .why = Un import est entier ou n’est pas ; les lignes et leurs raisons sont dans « { $file } ».
    .remedy = Corrigez l’export ou complétez les alias de la correspondance ; --accept-rejects prend les autres lignes.

# What commands say
cli-written = Écrit : { $file }
cli-nothing-written = Rien n’a été écrit.
cli-founded = L’entreprise « { $name } » est créée sous le code { $code }.
cli-founded-next = Donnez-lui un administrateur : atelier user add ADRESSE --name NOM --role administrator
cli-demo-logins = Pour se connecter, mot de passe de tous : { $password }
cli-demo-login = {"  "}{ $login } · { $role } · { $company }
cli-demo-away = Pour les retirer en une fois : arrêtez (Ctrl+C), puis atelier demo --remove, avec le même --data.
cli-demo-removed = Les entreprises d’exemple sont retirées : le dossier « { $folder } » n’est plus là. Pour commencer avec la vôtre : atelier init --company CODE --name NOM
cli-user-added = { $name } ({ $login }) est ajouté : { $roles }.
cli-user-invited = Son invitation, valable une fois pendant sept jours : { $link }
cli-user-changed = { $name } ({ $login }) est changé : { $roles }.
cli-user-disabled = { $name } ({ $login }) ne peut plus entrer ; ses sessions et ses clés sont fermées.
cli-user-enabled = { $name } ({ $login }) peut entrer de nouveau.
cli-user-password-set = { $name } ({ $login }) : le mot de passe est fixé ; ses sessions et ses clés sont fermées.
cli-second-factor-gone = { $name } ({ $login }) : le second facteur est retiré ; ses sessions et ses clés sont fermées. Il faut en refaire un à la prochaine connexion.
cli-second-factor-none = { $name } ({ $login }) n’a pas de second facteur en service ; ses sessions et ses clés sont fermées.
cli-user-untied = { $name } ({ $login }) n’est plus lié au fournisseur d’identité ; ses sessions et ses clés sont fermées. La prochaine connexion par le fournisseur fera un nouveau lien.
cli-user-not-tied = { $name } ({ $login }) n’était lié à personne chez le fournisseur d’identité ; ses sessions et ses clés sont fermées.
cli-user-none = { $company } n’a pas encore d’utilisateur : atelier user add ADRESSE --name NOM --role administrator
cli-user-line = { $login } · { $name } · { $roles }
cli-user-line-disabled = { $login } · { $name } · { $roles } · porte fermée
cli-confirm-none = Aucune affaire gagnée n’attend d’être confirmée.
cli-confirm-line = { $key } · { $customer } · { $amount } · gagnée le { $day } · enregistrée par { $by } · { $evidence } · { $state }
cli-confirm-more = Les { $most } dernières sont montrées ; d’autres attendent.
cli-confirm-evidence = preuve du client
cli-confirm-no-evidence = sans preuve du client
cli-confirm-waiting = attend
cli-confirm-lapsed = a changé depuis son avis, attend de nouveau
cli-confirm-confirmed = L’affaire { $key } est confirmée.
cli-confirm-refused = L’affaire { $key } est refusée.
cli-confirm-withdrawn = L’avis sur l’affaire { $key } est repris : elle attend de nouveau.
cli-unit-kept = L’unité « { $code } » est enregistrée.
cli-unit-none = Aucune unité n’est nommée : atelier unit keep NOM --supervisor ADRESSE
cli-unit-line = { $code } · sous { $parent } · dirigée par { $supervisor } · remplacement : { $deputy }
cli-unit-vacant = Personne ne dirige « { $code } » : « { $above } » en est avertie.
cli-unit-vacant-top = Personne ne dirige « { $code } », ni aucune unité au-dessus.
cli-access-none = Rien n’est noté au journal des accès.
cli-access-line = { $at } · { $user } · { $permission } · { $object } · { $outcome }
cli-access-read = lu
cli-access-written = écrit
cli-access-entered = entré
cli-access-refused = refusé
cli-working = { COUNT($count) ->
    [one] { $count } travail à la fois  (Ctrl+C pour arrêter)
   *[other] { $count } travaux à la fois  (Ctrl+C pour arrêter)
}
cli-serving = Les pages sont ouvertes sur { $url }  (Ctrl+C pour arrêter)
cli-plain = { $text }
cli-indented = {"  "}{ $text }
cli-digest-shown = contenu  { $content }
    registre { $ledger }
cli-verified = Lignes relues : { $rows }. Elles disent exactement ce que disent les faits.
cli-rebuilding = Tables de lecture refaites, lignes :
cli-rebuilt = Tables de lecture refaites ; lignes de faits reprises : { $rows }.
cli-backed-up = Sauvegardé dans { $file } ; faits : { $facts }, lignes : { $rows }. Empreinte { $digest }
cli-restored = Restauré depuis { $file } ; faits : { $facts }, lignes : { $rows }. Empreinte { $digest }
cli-process-title = { $name } · version { $version }
cli-lint-error = erreur
cli-lint-warning = à revoir
cli-lint-waived = {"  "}Laissée passer jusqu’au { $until } par { $by } : { $reason }
cli-lint-let-pass = { $rule } passe jusqu’au { $until }.
cli-lint-unwaived = { $rule } demande de nouveau une raison.
cli-lint-count = { $count ->
    [0] Rien à redire à la conception.
    [one] 1 remarque sur la conception.
   *[other] { $count } remarques sur la conception.
}
cli-process-good = « { $name } » : aucune faute.
cli-process-kept = « { $name } » est enregistré, version { $version }.
cli-process-line = { $code } · { $name } · version { $version } · niveaux remplis : { $levels } sur 7
cli-process-is-ready = « { $name } » est prêt à être lancé.
cli-draft-yield = Rendement mesuré sur l’ensemble des affaires closes : { $yield }
cli-workshop-good = Aucune faute : { $count ->
    [one] 1 ressource.
   *[other] { $count } ressources.
}
cli-workshop-kept = Ressources enregistrées : { $count ->
    [one] 1.
   *[other] { $count }.
}
cli-reading = Lecture, lignes :
cli-writing = Écriture, lignes :
cli-rejects-set-aside = { COUNT($count) ->
    [one] { $count } ligne laissée de côté
   *[other] { $count } lignes laissées de côté
}, dans { $file }.
cli-dry-run = Essai terminé : rien n’a été écrit.
cli-import-nothing-new = L’export ne dit rien de nouveau : rien n’a été écrit.
cli-imported = Objets importés : { $rows }. Pour annuler : atelier import undo { $batch }
cli-import-undone = L’import { $batch } est annulé ; ce que disent les autres faits reste.
cli-import-none = Aucun import.
cli-import-line = { $batch } · { $day } · { $actor } · { $source } · objets : { $rows }
cli-import-line-undone = { $batch } · { $day } · { $actor } · { $source } · objets : { $rows } · annulé
cli-import-kind = { $kind } : { $count }
cli-import-cases = Gagnées : { $won } · perdues : { $lost } · en cours : { $open }, dont { $unknown } sans compte · valeur gagnée : { $value } · personnes sans affaire : { $idle }
cli-import-stage = {"  "}étape « { $stage } » : { $count }
cli-import-won-cycle = Cycle des affaires gagnées : { $mean } jours en moyenne, médiane { $median }
cli-import-lost-cycle = Cycle des affaires perdues : { $mean } jours en moyenne, médiane { $median }
cli-standards-none = Rien à proposer : ce qui est mesuré ne suffit pas, ou ne dit rien d’autre que les standards.
cli-standard-differs = * { $code } : standard { $present }, mesuré { $measured } (entre { $low } et { $high }, sur { $n } cas) : à revoir
cli-standard-agrees = {"  "}{ $code } : standard { $present }, mesuré { $measured } (entre { $low } et { $high }, sur { $n } cas) : concorde
cli-assumed-workshop = Aucun fichier de ressources : 35 h par semaine, jours fériés français, moitié du temps pour les actions prévues. Pour le corriger : atelier workshop export, puis import.
cli-day-of = { $person }, { $day }
cli-day-unplaced = { $count ->
    [one] Une action sans date :
   *[other] { $count } actions sans date, dont :
}
cli-plan-title-unpublished = { $name } · meilleur plan trouvé, non publié · du { $first } au { $last }
cli-plan-title = { $name } · plan { $version } · du { $first } au { $last }
cli-plan-objective = {"  "}{ $process } : objectif { $quantity }
cli-plan-aim = {"  "}{ $process } : { COUNT($deals) ->
    [one] { $deals } affaire
   *[other] { $deals } affaires
}, { COUNT($contacts) ->
    [one] { $contacts } contact net à faire
   *[other] { $contacts } contacts nets à faire
}
cli-plan-aim-overdue = {"  "}{ $process } : { COUNT($deals) ->
    [one] { $deals } affaire
   *[other] { $deals } affaires
}, { COUNT($contacts) ->
    [one] { $contacts } contact net à faire
   *[other] { $contacts } contacts nets à faire
}, dont une partie aurait dû commencer avant la période
cli-plan-kind = {"  "}{ $kind } : { $load } à faire pour { $capacity } ({ $ratio })
cli-plan-kind-no-capacity = {"  "}{ $kind } : { $load } à faire, aucune capacité connue
cli-plan-worst = {"    "}semaine la plus chargée : { $ratio } en { $week }
cli-plan-shortage = {"    "}plus grand manque cumulé : { $missing } en { $week }
cli-bottleneck = { $rank }. { $place } : { $sentence }
cli-release-held =
    { $count ->
        [one] {"    "}{ $units } nouveau dossier voulu en { $from } est retenu : aucune semaine du plan ne le laisse passer.
       *[other] {"    "}{ $units } nouveaux dossiers voulus en { $from } sont retenus : aucune semaine du plan ne les laisse passer.
    }
cli-release-later =
    { $count ->
        [one] {"    "}{ $units } nouveau dossier voulu en { $from } est lancé en { $to }, quand le tampon le demande.
       *[other] {"    "}{ $units } nouveaux dossiers voulus en { $from } sont lancés en { $to }, quand le tampon le demande.
    }
cli-release-ahead =
    { $count ->
        [one] {"    "}{ $units } nouveau dossier voulu en { $from } est lancé dès { $to } : le tampon a de la place.
       *[other] {"    "}{ $units } nouveaux dossiers voulus en { $from } sont lancés dès { $to } : le tampon a de la place.
    }
cli-service = { $process } · au niveau de service { $percent } % : { $starts } contacts à prendre, { $mean } en moyenne
cli-service-no-chain = { $process } · le niveau de service { $percent } % n’est pas calculé, la nomenclature n’étant pas une chaîne : { $mean } contacts à prendre, en moyenne
cli-rough-cut-fits = Test de capacité : les personnes, leurs compétences et leurs semaines suffisent.
cli-rough-cut-short = Test de capacité, ce qui ne peut pas être tenu :
cli-plan-no-shortage = {"    "}aucun manque cumulé
cli-plan-schedule-told = {"  "}Ordonnancement : { COUNT($placed) ->
    [one] { $placed } action datée
   *[other] { $placed } actions datées
} dont { $late } en retard, { $unplaced } sans date
cli-plan-cases-unplaced = {"  "}{ COUNT($count) ->
    [one] { $count } affaire en cours n’est dans aucune étape d’un processus planifié
   *[other] { $count } affaires en cours ne sont dans aucune étape d’un processus planifié
}
cli-compared = { $count ->
    [0] Rien n’a bougé.
    [one] Un changement :
   *[other] { $n } changements :
}
cli-fact-line = {"  "}fait : { $day } · { $actor } · { $source }
cli-used = { $process } · étape « { $step } »
cli-order-told = { $order } · { $operation } · { $customer } · { $when } · { $people } · { $state }
cli-order-freed = { $count ->
    [one] Une action à venir de cette affaire est libérée.
   *[other] { $count } actions à venir de cette affaire sont libérées.
}
table-needs = Besoins nets par semaine
table-operations = Opérations
column-minutes = Minutes
column-strength = Force
column-reason = Raison
table-bottlenecks = Ce qui freine
column-rank = Rang
column-place = Où
column-stake = En jeu
column-at-least = Au moins
column-detail = Détail
table-release = Lancements
column-buffer = Tampon
column-target = Cible
column-wanted = Voulus
column-allowed = Permis
column-launched = Lancés
table-rough-cut = Test de capacité
table-load = Charge et capacité
table-people = Charge par personne
table-schedule = Ordonnancement
table-day = Journée
table-scenarios = Scénarios
table-level = Lissage
table-by-team = Par équipe
table-by-product = Par produit
table-by-owner = Par responsable
table-by-stage = Par étape de l’export
table-total = total
table-over = au-delà
table-unplaced = sans date
table-late = en retard
table-tight = dernier jour
table-on-time = à l’heure
table-yes = oui
table-no = non
table-before = avant
table-insufficient = insuffisant
column-process = Processus
column-step = Étape
column-week = Semaine
column-entering = Entrent
column-taken = Pris sur l’en-cours
column-net = À produire
column-kind = Poste
column-load = Charge
column-capacity = Capacité
column-ratio = Taux
column-cumulated-load = Charge cumulée
column-cumulated-capacity = Capacité cumulée
column-shortage = Manque
column-who = Qui
column-weeks = Semaines
column-person = Personne
column-own = Ses affaires
column-shared = Part commune
column-over = Au-delà
column-order = Ordre
column-start = Début
column-end = Fin
column-people = Qui
column-customer = Client
column-operation = Action
column-due = Échéance
column-state = État
column-why = Pourquoi
column-medium = Lieu ou moyen
column-scenario = Scénario
column-contacts = Contacts
column-margin-per-hour = Marge par heure de goulet
column-feasible = Tient
column-levelled = Charge lissée
column-name = Nom
column-won = Gagnées
column-lost = Perdues
column-open = En cours
column-yield = Rendement
column-yield-low = Borne basse
column-yield-high = Borne haute
column-median-days = Médiane (jours)
column-mean-days = Moyenne (jours)
column-value = Valeur gagnée

app-row-missing = La table { $table } de { $company } ne montre pas la ligne { $row }.
    .why = Les faits la donnent. Lignes différentes en tout : { $count }.
    .remedy = Refaites les tables : atelier rebuild ; si cela revient, quelque chose d’autre écrit dans la base.
app-row-extra = La table { $table } de { $company } montre la ligne { $row }.
    .why = Aucun fait ne la donne. Lignes différentes en tout : { $count }.
    .remedy = Refaites les tables : atelier rebuild ; si cela revient, quelque chose d’autre écrit dans la base.
app-row-changed = La ligne { $row } de la table { $table } de { $company } a été changée, colonne { $column }.
    .why = Elle ne dit pas ce que disent les faits. Lignes différentes en tout : { $count }.
    .remedy = Refaites les tables : atelier rebuild ; si cela revient, quelque chose d’autre écrit dans la base.
app-unwritable-file = Le fichier « { $file } » ne peut pas être écrit.
    .why = Le système répond : { $cause }.
    .remedy = Vérifiez le chemin et les droits.
app-no-scenarios = Il n’y a pas de scénarios.
    .why = Aucun fichier n’est donné, et l’entreprise n’en a pas enregistré.
    .remedy = Essayez-en un et gardez-le, ou donnez un fichier (en ligne de commande : atelier plan scenarios FICHIER).
app-confirm-time = { $given } pour une journée de { $day } : à confirmer.
    .why = Avec ce qui est déjà déclaré ce jour, le temps dépasse la journée de travail.
    .remedy = Si c’est bien cela, confirmez-le (en ligne de commande : --confirm).

cli-in-progress = L’en-cours : affaires par étape, âge, valeur, prochaine date
cli-indicators = Les indicateurs, prévu et réalisé, et ce qui les fait
cli-size = Dimensionne une force de vente par la charge de travail
cli-plan-costs = Coûts par heure, par action, par contact et par affaire
cli-plan-weeks = Vue glissante de 52 semaines
cli-arg-objects = Montre les objets qui font cet indicateur
cli-arg-classes = Classe de comptes : nom:comptes:visites par an:minutes
cli-arg-selling-hours = Heures de vente d’une personne dans l’année
cli-sized = { $work } de travail par an : { COUNT($people) ->
    [one] { $people } personne
   *[other] { $people } personnes
}, soit { $headcount }
cli-wip-line = { $step } : { COUNT($count) ->
    [one] { $count } affaire
   *[other] { $count } affaires
} ; en cours depuis plus de deux fois { COUNT($days) ->
    [one] { $days } jour
   *[other] { $days } jours
} : { $late }
cli-little = Affaires en cours : { $open } ; le débit et le cycle des douze derniers mois en feraient { $expected } (loi de Little)
table-starts = Contacts à faire selon la certitude voulue
table-costs = Coûts par poste
table-unit-costs = Coûts unitaires
table-operation-costs = Coûts par action
table-weeks = Vue glissante
table-wip = En-cours
table-indicators = Indicateurs
table-frozen = gelée
table-firm = ferme
table-open = libre
table-no-step = sans étape
table-old = ancienne
column-deals = Affaires
column-mean = En moyenne
column-at-50 = À 50 %
column-at-80 = À 80 %
column-at-95 = À 95 %
column-hour-cost = Coût de l’heure
column-cost = Coût
column-per-contact = Par contact
column-per-deal = Par affaire
column-hours-per-deal = Heures de goulet par affaire
column-without-cost = Sans coût
column-monday = Lundi
column-zone = Zone
column-age-days = Âge (jours)
column-next = Prochaine date
column-mark = Repère
column-indicator = Indicateur
column-planned = Prévu
column-actual = Réalisé
column-objects = Objets
column-decision = Décision servie
app-bad-class = « { $given } » n’est pas une classe de comptes.
    .why = Une classe s’écrit nom:comptes:visites par an:minutes, en nombres entiers.
    .remedy = Par exemple : A:1000:36:60.
app-unknown-indicator = L’indicateur « { $given } » est inconnu.
    .why = Le dictionnaire contient : { $known }.
    .remedy = Reprenez l’un de ces codes.
column-expected-value = Valeur attendue
column-bottleneck = Goulet
cli-process-serves = {"  "}ligne stratégique : { $line }
cli-process-orphan = {"  "}sans ligne stratégique
app-no-command = Il manque la commande.
    .why = Le programme attend un verbe : par exemple demo, import ou plan.
    .remedy = Voyez la liste : atelier --help.
app-unknown-command = La commande « { $given } » n’existe pas.
    .why = Les plus proches : { $near }.
    .remedy = Voyez la liste avec --help.
app-unknown-option = « { $given } » n’est pas attendu ici.
    .why = L’option la plus proche : { $near }.
    .remedy = Voyez les options de la commande avec --help.
app-bad-option-value = « { $given } » ne convient pas à { $option }.
    .why = Ce qui est attendu : { $form }.
    .remedy = Corrigez la valeur et relancez la commande.
app-missing-option = Il manque { $option }.
    .why = La commande ne peut pas s’en passer.
    .remedy = Ajoutez-le ; --help dit ce que c’est.
app-options-conflict = { $option } et { $other } ne vont pas ensemble.
    .why = Chacune de ces options dit la même chose autrement.
    .remedy = Gardez l’une des deux.
app-unreadable-line = La commande n’a pas pu être lue.
    .why = Détail : { $cause }.
    .remedy = Voyez la forme attendue avec --help.
app-file-needed = Un classeur s’écrit dans un fichier.
    .why = Il n’est pas fait pour être lu dans un terminal.
    .remedy = Ajoutez --out FICHIER.xlsx.
app-no-history = Aucune affaire n’a encore été reprise.
    .why = Le diagnostic mesure ce qui s’est passé ; l’entreprise n’a ni affaire en cours ni affaire close.
    .remedy = Importez l’export de votre outil actuel : atelier import crm DOSSIER --mapping FICHIER.
cli-plan-cases-foreign = {"  "}{ COUNT($count) ->
    [one] { $count } affaire en cours suit un processus qui n’est pas enregistré : aucune de ses actions n’est prévue
   *[other] { $count } affaires en cours suivent un processus qui n’est pas enregistré : aucune de leurs actions n’est prévue
}
cli-arg-help = Montre cette aide
cli-arg-program-version = Montre la version du programme
app-unreadable-address = La fin de cette adresse ne se lit pas : { $cause }.
    .why = Une question y est inconnue, posée deux fois, ou mal écrite.
    .remedy = Repartez de la page d’accueil, ou corrigez l’adresse d’après la description de l’API.

app-period-too-long = La période va du { $from } au { $to }.
    .why = Un plan couvre { $weeks } semaines au plus.
    .remedy = Choisissez une période plus courte.
app-no-installation = Le dossier « { $folder } » ne contient pas de données d’Atelier.
    .why = Aucune base n’y est, et cette commande n’en crée pas.
    .remedy = Vérifiez --data, ou créez une entreprise : atelier init --name NOM.
app-file-exists = Le fichier « { $file } » existe déjà.
    .why = Une sauvegarde n’en remplace jamais une autre.
    .remedy = Donnez un autre nom.
app-database-taken = Cette base contient déjà des entreprises.
    .why = La démonstration écrit les siennes dans une base vide seulement.
    .remedy = Donnez une base vide, ou laissez --database de côté.

# Recherche d’un meilleur plan
cli-arg-rule = Qui passe d’abord : due-date (échéance) ou margin (marge par heure de goulet)
cli-arg-improve = Secondes données à la recherche d’un meilleur plan
cli-arg-rounds = Essais donnés à la recherche d’un meilleur plan
cli-arg-seed = Graine des tirages : même graine et mêmes essais, même plan
cli-placing = Placement { $settled } / { $tasks }
cli-improving = { $settled } / { $tasks } actions · essai { $rounds } · prix { $price } · écart { $gap } au plus
cli-stopping = La recherche s’arrête : le meilleur plan trouvé va être montré, sans être publié. Ctrl+C une seconde fois abandonne tout.
cli-abandoned = Abandonné : rien n’a été écrit.
cli-plan-stopped = Recherche arrêtée : ce plan n’est pas publié, le précédent reste en vigueur. Pour en publier un : la même commande, avec moins de secondes (--improve) ou de tours (--rounds).
cli-plan-rule-due = {"  "}Priorité : échéance la plus proche d’abord
cli-plan-rule-margin = {"  "}Priorité : plus forte marge par heure de { $kind } d’abord
cli-plan-without-margin = {"    "}marge inconnue, placées en dernier : { $count ->
    [one] { $count } affaire
   *[other] { $count } affaires
  } ({ $names })
cli-plan-price = {"  "}Prix du plan : { $price } min de retard pondérées, { $least } au moins pour tout plan, soit { $gap } d’écart au plus

# Replanifier, chercher une place
cli-plan-replan = Ce que change un événement, avant de l’accepter
cli-plan-slots = Les cinq meilleures places d’une action
cli-arg-absence = Absence : PERSONNE:DU:AU (jours compris)
cli-arg-lost = Affaire perdue : sa clé
cli-arg-urgent = Affaire urgente : sa clé
cli-arg-shift = Rendez-vous déplacé : ORDRE:AAAA-MM-JJTHH:MM
cli-arg-overrun = Action plus longue : ORDRE:MINUTES en plus
cli-arg-cancel = Rendez-vous annulé : ORDRE
cli-arg-replan-reason = Raison, en peu de mots ; demandée quand une semaine gelée change
cli-arg-accept = Accepte la proposition et l’enregistre
cli-arg-operation = Opération, par code
cli-arg-finding = Règle de la remarque : LNT-21…
cli-arg-step = Étape, par code
cli-arg-design-reason = Raison, en peu de mots
cli-arg-undo = Retire ce qui avait été accordé
cli-arg-case = Affaire, par clé
cli-replan-told = Proposition : { $moved ->
    [one] { $moved } action déplacée
   *[other] { $moved } actions déplacées
}, { $late } en retard, { $freed } libérées, { $unplaced } sans date, { $placed } placées
cli-replan-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
cli-replan-proposed = Rien n’est enregistré. Pour accepter : la même commande avec --accept
cli-replan-frozen = La semaine { $week } est gelée et une action y change : pour accepter, dites pourquoi avec --reason
cli-replan-accepted = Accepté : plan { $version }
cli-replan-past = L’absence est passée : avec --accept elle est notée dans l’atelier, et rien n’est replanifié.
cli-replan-no-sheet = L’atelier n’a pas de fiche : l’absence vaut pour cette proposition. Importez une fiche pour la garder.
cli-slots-none = Aucune place jusqu’à la fin du plan.
cli-warned = Attention : { $text }

# Deux versions côte à côte
table-compared = Deux versions
column-figure = Chiffre
column-old = Avant
column-new = Après
column-version = Version du plan
cli-compared-load = Charge, { $kind }
cli-compared-placed = Actions avec une date
cli-compared-late = En retard
cli-compared-unplaced = Sans date
cli-compared-price = Prix (min de retard pondérées)
cli-compared-origin = Origine
cli-compared-reason = Raison donnée
cli-compared-gap = Écart au plus

app-plan-too-old = Ce plan ne peut pas être replanifié.
    .why = Il a été fait avant que les bornes de ses actions soient gardées.
    .remedy = Refaites le plan : atelier plan make.
app-unknown-case = L’affaire « { $given } » est inconnue ou n’est plus ouverte.
    .why = Une affaire est nommée par sa clé, celle du système d’origine.
    .remedy = Reprenez une clé de atelier in-progress.
app-bad-event = « { $given } » ne se lit pas.
    .why = On attend PERSONNE:DU:AU, ORDRE:AAAA-MM-JJTHH:MM ou ORDRE:MINUTES.
    .remedy = Par exemple --absence "Ana:2027-01-11:2027-01-13".
app-move-to-the-past = Le { $day } est passé.
    .why = Ce qui a eu lieu est un fait à déclarer, non un rendez-vous à placer.
    .remedy = Donnez un jour à venir, ou déclarez l’action : atelier order declare.
app-move-outside-plan = Le { $day } est hors du plan, qui finit le { $last }.
    .why = Rien n’est planifié au-delà.
    .remedy = Donnez un jour du plan, ou faites un plan plus long.
app-order-without-date = L’ordre « { $given } » n’a pas de date à venir.
    .why = On ne déplace, prolonge ou annule que ce qui est placé et reste à faire.
    .remedy = Cherchez-lui une place : atelier plan slots.
cli-plan-price-alone = {"  "}Prix du plan : { $price } min de retard pondérées

app-outside-working-time = { $person } ne travaille pas le { $day } à { $time } pendant toute la durée de l’action.
    .why = Rien n’est placé sur le temps de repos.
    .remedy = Donnez une heure travaillée, ou cherchez une place : atelier plan slots.

app-page-length = Une page ne peut pas avoir { $given } lignes.
    .why = Une page a de 1 à { $most } lignes.
    .remedy = Demandez moins de lignes, et la page suivante avec « after ».
app-unknown-sort = L’ordre « { $given } » n’existe pas.
    .why = Cette liste se trie par : { $known }.
    .remedy = Choisissez l’un de ces ordres.
app-bulk-length = { $given } enregistrements ne passent pas en une fois.
    .why = Une demande en compte de 1 à { $most }.
    .remedy = Envoyez plusieurs demandes, chacune avec sa clé d’idempotence.
app-other-process = Le texte décrit le processus « { $given } », l’adresse « { $address } ».
    .why = Une feuille est gardée sous le code qu’elle porte.
    .remedy = Corrigez le code dans le texte, ou l’adresse.
app-too-many-files = Le formulaire a plus de { $most } fichiers.
    .why = Une limite protège le serveur.
    .remedy = Importez en plusieurs fois.
app-file-name = Le nom de fichier « { $given } » n’est pas possible.
    .why = Un nom a des lettres, des chiffres, des points, des tirets ou des espaces, et ne commence pas par un point.
    .remedy = Renommez le fichier, et son nom dans la correspondance.
app-no-mapping = La correspondance manque.
    .why = Elle dit ce que signifient les colonnes des fichiers.
    .remedy = Ajoutez au formulaire une partie « mapping », en TOML.
app-unknown-export = Il n’y a pas de liste « { $given } » à exporter.
    .why = Les listes sont accounts et opportunities, en .csv ou .xlsx.
    .remedy = Demandez par exemple accounts.csv.
app-export-length = La liste dépasse { $most } lignes.
    .why = Un fichier plus long ne s’ouvre pas dans un tableur sans peine.
    .remedy = Lisez la liste page par page.

export-accounts = Comptes
export-opportunities = Affaires
export-id = Identifiant
export-key = Clé
export-name = Nom
export-sector = Secteur
export-country = Pays
export-siren = SIREN
export-siret = SIRET
export-account = Compte
export-owner = Responsable
export-stage = Étape source
export-standing = Situation
export-process = Processus
export-step = Étape
export-engaged = Engagée le
export-closed = Close le
export-value = Valeur
export-currency = Monnaie
# Personnes chez les clients, conservation, consultation du comité
cli-person = Les personnes chez les clients : fiches, accords, effacement
cli-person-keep = Enregistre ou change une personne ; ce qui n’est pas dit reste
cli-person-list = Liste les personnes, par nom
cli-person-consent = Note un accord ou une opposition
cli-person-may = Dit si une personne peut être contactée, et pourquoi
cli-person-erase = Efface une personne : définitif
cli-person-erased = Liste les personnes effacées, sans rien dire d’elles
cli-person-archive = Met une personne aux archives, où les autres ne la voient plus
cli-person-archived = Liste les personnes aux archives
cli-person-archived-package = Écrit le dossier d’une personne aux archives, avec ses fichiers
cli-person-take-out = Sort une personne des archives : tout se lit comme avant
cli-merge = Les comptes et les personnes inscrits deux fois
cli-merge-account = Fusionne un compte dans un autre, qui reste
cli-merge-person = Fusionne la fiche d’une personne dans une autre, qui reste
cli-merge-undo = Annule une fusion : tout redevient comme avant
cli-merge-list = Liste les fusions en vigueur
cli-arg-kept = Celui qui reste : identité, ou clé du compte
cli-arg-gone = Celui qui part : identité, ou clé du compte
cli-arg-take = Valeur reprise de celui qui part : name, sector, country, parent, siren, facets ; name, function, mail, phone, language, account
cli-retention = Combien de temps chaque personne est conservée
cli-retention-list = Montre les échéances de conservation
cli-retention-letter = Prépare la question posée au terme : la personne veut-elle rester ?
cli-retention-ask = Note que la question a été posée, une seule fois
cli-retention-apply = Montre qui est au terme ; avec --confirm, l’archive ou l’efface
cli-gate = La consultation du comité social et économique
cli-gate-show = Montre ce qui attend la consultation
cli-gate-file = Écrit le dossier du comité : ce qui est conservé sur ceux qui travaillent ici
cli-gate-record = Enregistre la date de la consultation
cli-arg-id = Identité de la personne
cli-arg-number = Clé dans le fichier d’origine, qui ne dit rien de la personne
cli-arg-person-name = Nom de la personne
cli-arg-account = Clé du compte
cli-arg-function = Fonction
cli-arg-mail = Adresse de messagerie
cli-arg-phone = Téléphone
cli-arg-language = Langue, en deux lettres
cli-arg-begins = Début du nom
cli-arg-channels = Moyen : mail, phone, message, post, visit ; sans lui, tous
cli-arg-channel = Moyen : mail, phone, message, post, visit
cli-arg-aims = Fin : prospecting, contract, survey ; sans elle, toutes
cli-arg-aim = Fin : prospecting, contract, survey
cli-arg-choice = Réponse : agreed (accord) ou objected (opposition)
cli-arg-on = Jour (AAAA-MM-JJ)
cli-arg-source = D’où on le sait, en peu de mots
cli-arg-reason = Raison : request, objection, retention, mistake
cli-arg-list = Fichier de personnes à effacer de nouveau, écrit par « person erased --out »
cli-arg-until = Échues au plus tard ce jour (AAAA-MM-JJ)
cli-arg-unasked = Aussi les personnes échues à qui rien n’a été demandé
cli-arg-ground = Motif des archives : contract (contrat, 5 ans) ou accounts (comptes, 10 ans)
cli-arg-consulted-on = Jour de la consultation (AAAA-MM-JJ)
cli-arg-proof = Où est la preuve, en peu de mots
cli-person-kept = { $name } est enregistré : { $id }
cli-person-none = Aucune personne.
cli-person-line = { $id } · { $name } · { $function } · { $mail } · { $phone }
cli-person-said = Noté : { $channel }, { $aim } : { $choice }.
cli-person-may-yes = Oui. { $why }
cli-person-may-not = Non. { $why }
cli-person-gone = La personne { $id } est effacée ({ $reason }). Les sauvegardes antérieures la contiennent encore.
cli-person-left = La personne { $id } n’est pas ici, ou est déjà effacée.
cli-person-none-erased = Personne n’a été effacé.
cli-person-archive-done = La personne { $id } est aux archives jusqu’au { $until }. Les sauvegardes antérieures la contiennent encore dans la base de travail.
cli-person-take-out-done = La personne { $id } est sortie des archives.
cli-person-none-archived = Personne n’est aux archives.
cli-person-archived-line = { $id } · { $name } · { $firm } · motif « { $ground } » · à effacer le { $until }
cli-merge-done = « { $gone } » est fusionné dans « { $kept } », sous lequel tout se lit. Pour annuler : atelier merge undo { $id }
cli-merge-undone = « { $gone } » et « { $kept } » sont de nouveau deux. Ce qui a été écrit sur « { $kept } » depuis lui reste.
cli-merge-none = Rien n’est fusionné.
cli-merge-line = « { $gone } » ({ $id }) est sous « { $kept } »
cli-retention-line = { $due } · { $name } · { $id } · règle « { $kept } », comptée du { $base } · { $stage }
cli-retention-running = durée en cours
cli-retention-to-ask = à demander : veut-elle rester ?
cli-retention-asked = Noté : la question a été posée le { $day } ; sans réponse, la personne quitte la base le { $until }.
cli-retention-waiting = question posée le { $asked }, sans réponse jusqu’au { $until }
cli-retention-over = au terme : question posée le { $asked }, sans accord
cli-retention-open = – · { $name } · { $id } · une affaire est en cours
cli-retention-none = Rien n’est échu.
cli-retention-dry = Personne n’est parti : atelier retention apply --until JOUR --confirm archive ou efface qui est au terme.
cli-retention-applied = Personnes effacées : { $count }. Mises aux archives : { $archived }.
cli-retention-to-archive = {"  "}aux archives jusqu’au { $until }
cli-retention-out-of-archive = { $until } · { $id } · à effacer des archives
cli-gate-open = Consultation enregistrée : { $day } ({ $proof }).
cli-gate-closed = Aucune consultation n’est enregistrée : ce qui suit reste fermé.
cli-demo-gate = { $company } : une consultation du comité est enregistrée pour la démonstration ; personne n’a été consulté.
cli-demo-proof = aucune : démonstration

# Le dossier remis à une personne
column-datum = Donnée
column-content = Contenu
column-since = Depuis
column-origin = Origine
column-function = Fonction
column-mail = Messagerie
column-phone = Téléphone
column-language = Langue
column-number = Clé
column-firm = Société
column-channel = Canal
column-aim = Fin
column-choice = Réponse
column-on = Jour
column-at = Quand
column-actor = Par
column-act = Acte
column-stage = Étape
column-standing = Situation
column-engaged = Engagée le
column-closed = Close le
column-user = Utilisateur
column-permission = Droit
column-outcome = Issue
column-rule = Règle
column-base = Compté du
column-until = Jusqu’au
table-identity = Identité
table-consents = Accords et oppositions
table-history = Tout ce qui a été dit
table-their-cases = Affaires de la société
table-their-orders = Actions sur ces affaires
table-accesses = Qui a lu
table-retention = Conservation
cli-person-package = Écrit le dossier à remettre à une personne
