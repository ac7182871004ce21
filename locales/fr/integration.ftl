# Ce qui sort vers l’extérieur
integration-own-origin = « { $given } » n’est pas l’origine d’un service du réseau de l’installation.
    .why = Une origine est un protocole, un hôte et peut-être un port, sans chemin ni identifiant.
    .remedy = Écrivez par exemple https://crm.lan ou http://10.0.0.5:8080, avec des virgules entre plusieurs.
integration-authorities = Le fichier d’autorités { $file } ne se lit pas.
    .why = { $cause }
    .remedy = Donnez un fichier PEM qui contient au moins un certificat d’autorité.
integration-address-unreadable = « { $given } » n’est pas une adresse que l’on puisse appeler.
    .why = Elle ne se lit pas d’une seule façon : espace, retour à la ligne, barre inversée, hôte impossible, ou plus de 2048 octets.
    .remedy = Donnez une adresse de la forme https://exemple.fr/chemin.
integration-address-scheme = L’adresse « { $given } » n’est pas en https.
    .why = Ce qui sort est chiffré, et n’utilise aucun autre protocole.
    .remedy = Donnez une adresse qui commence par https://, ou demandez à qui tient l’installation d’y déclarer ce service.
integration-address-user = L’adresse « { $given } » contient un identifiant.
    .why = Un identifiant dans une adresse trompe sur l’hôte et finit dans des journaux.
    .remedy = Retirez ce qui précède le signe @.
integration-address-port = L’adresse « { $given } » n’est pas au port 443.
    .why = Les autres ports mènent à des services qui ne sont pas faits pour être appelés d’ici.
    .remedy = Donnez une adresse au port habituel, ou demandez à qui tient l’installation d’y déclarer ce service.
integration-address-inside = L’adresse « { $given } » ne mène pas à l’Internet public.
    .why = L’installation n’appelle ni elle-même ni son propre réseau à la demande de quelqu’un.
    .remedy = Donnez une adresse publique, ou demandez à qui tient l’installation d’y déclarer ce service.
integration-host-unknown = L’hôte { $host } est inconnu.
    .why = Aucune adresse ne porte ce nom.
    .remedy = Vérifiez l’orthographe du nom, et le service de noms de l’installation.
integration-unreachable = L’hôte { $host } n’a pas répondu comme il faut.
    .why = { $cause }
    .remedy = Vérifiez que le service est en marche et que son certificat est valable.
integration-too-slow = L’hôte { $host } a mis plus de { $seconds } secondes à répondre.
    .why = Un service lent en retarderait d’autres.
    .remedy = Faites répondre le service dès qu’il a reçu, avant de travailler.
integration-too-large = La réponse de { $host } dépasse { $bytes } octets.
    .why = Une réponse sans limite occuperait toute la mémoire.
    .remedy = Faites répondre le service plus brièvement.
integration-redirected = L’hôte { $host } renvoie vers une autre adresse (état { $status }).
    .why = Un renvoi n’est pas suivi : il mènerait ailleurs que là où l’on a choisi d’aller.
    .remedy = Donnez l’adresse finale.
integration-not-taken = L’hôte { $host } n’a pas pris le message (état { $status }).
    .why = Un message est pris quand la réponse est un état 2xx.
    .remedy = Vérifiez l’adresse de l’abonnement et ce que le service en fait.
cli-webhook-added = Abonné : { $url } ({ $events })
  identité : { $id }
  secret, montré une seule fois : { $secret }
cli-webhook-rotated = Nouveau secret pour { $url }, montré une seule fois : { $secret }
  L’ancien signe encore pendant 24 heures.
cli-webhook-removed = { $url } n’est plus averti de rien.
cli-webhook-tested = { $url } a pris le message d’essai (état { $status }).
cli-webhook-none = Aucun abonnement.
cli-webhook-line = { $id } · { $url } · { $events }
integration-mail-relay = Le relais de messagerie donné ne convient pas.
    .why = Le courrier part sous TLS, ou par un relais de cette machine ; l’adresse peut contenir un mot de passe et n’est pas montrée ici.
    .remedy = Donnez ATELIER_SMTP sous la forme smtps://utilisateur:motdepasse@hote, ou smtp://hote:587?tls=required.
integration-mail-address = « { $given } » n’est pas une adresse de messagerie.
    .why = Un courrier a un auteur (ATELIER_MAIL_FROM) et un lecteur, chacun par une adresse.
    .remedy = Écrivez-la sous la forme nom@entreprise.fr.
integration-mail-refused = Le relais n’a pas pris le courrier pour { $to }.
    .why = { $cause }
    .remedy = Vérifiez le relais (ATELIER_SMTP), son mot de passe et l’adresse.
integration-no-mail = Cette installation n’envoie pas de courrier.
    .why = Aucun relais n’est donné.
    .remedy = Donnez ATELIER_SMTP et ATELIER_MAIL_FROM, ou remettez le lien vous-même.
integration-no-origin = L’adresse publique d’Atelier n’est pas donnée.
    .why = Un courrier ne mène qu’à l’adresse donnée par qui tient l’installation.
    .remedy = Donnez ATELIER_ADDRESS, sous la forme https://atelier.exemple.fr.
cli-user-mailed = L’invitation faite à { $name } partira par messagerie à { $login }, d’un serveur en marche ou de « atelier worker ».
cli-checkpoint-mailed = Le point de contrôle est envoyé à { $to }.
mail-invitation-subject = { $company } : votre accès à Atelier
mail-invitation =
    Bonjour { $name },

    { $company } vous ouvre un accès à Atelier. Choisissez votre mot de passe par ce lien :

    { $link }

    Il sert une fois, pendant sept jours. Si vous n’attendiez pas ce courrier, ne faites rien.
mail-checkpoint-subject = { $company } : point de contrôle du registre, { $size } entrées
mail-checkpoint =
    Voici le point de contrôle signé du registre de { $company }. Gardez ce courrier : avec lui, « atelier checkpoint --since » montre que rien de ce passé n’a changé depuis.

    { $note }
mail-verification-subject = { $company } : une vérification a échoué
mail-verification =
    La vérification de { $company } a trouvé que ce qui est montré n’est pas ce qui a été dit.

    Lancez « atelier verify » sur le serveur : il dit quelles lignes diffèrent, et que faire. Ne modifiez rien avant d’avoir fait une copie.
mail-overload-subject = { $company } : une semaine trop chargée
mail-overload =
    { $fr }

    Cet avis est envoyé une fois par semaine, dans vos heures de travail, quand la semaine suivante dépasse ce qui est possible. La même phrase se lit dans « Ma journée ».
mail-undelivered-subject = { $company } : un abonnement ne répond plus
mail-undelivered =
    Pendant trois jours, { $url } n’a pas pris un message de { $company }. Ce message ne sera plus envoyé ; les suivants le seront.

    Vérifiez le service qui les reçoit, ou retirez l’abonnement avec « atelier webhook remove ».
