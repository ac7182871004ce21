# What goes out
integration-own-origin = “{ $given }” is not the origin of a service of the installation’s network.
    .why = An origin is a scheme, a host and maybe a port, without path or user.
    .remedy = Write for example https://crm.lan or http://10.0.0.5:8080, with commas between several.
integration-authorities = The file of authorities “{ $file }” cannot be read.
    .why = { $cause }
    .remedy = Give a PEM file that holds at least one certificate of an authority.
integration-address-unreadable = “{ $given }” is not an address that can be called.
    .why = It can be read in more than one way: a space, a line end, a backslash, an impossible host, or more than 2048 bytes.
    .remedy = Give an address of the form https://example.com/path.
integration-address-scheme = The address “{ $given }” is not https.
    .why = What goes out is encrypted, and uses no other scheme.
    .remedy = Give an address that starts with https://, or ask whoever runs the installation to declare this service.
integration-address-user = The address “{ $given }” contains a user name.
    .why = A user name in an address misleads about the host and ends up in logs.
    .remedy = Remove what comes before the @ sign.
integration-address-port = The address “{ $given }” is not at port 443.
    .why = Other ports lead to services that are not made to be called from here.
    .remedy = Give an address at the usual port, or ask whoever runs the installation to declare this service.
integration-address-inside = The address “{ $given }” does not lead to the public Internet.
    .why = The installation calls neither itself nor its own network because somebody asks.
    .remedy = Give a public address, or ask whoever runs the installation to declare this service.
integration-host-unknown = The host { $host } is unknown.
    .why = No address has this name.
    .remedy = Check the spelling of the name, and the name service of the installation.
integration-unreachable = The host { $host } did not answer as it should.
    .why = { $cause }
    .remedy = Check that the service runs and that its certificate is valid.
integration-too-slow = The host { $host } took more than { $seconds } seconds to answer.
    .why = One slow service would delay others.
    .remedy = Let the service answer as soon as it has received, before it works.
integration-too-large = The answer of { $host } is more than { $bytes } bytes.
    .why = An answer without limit would take all the memory.
    .remedy = Let the service answer more briefly.
integration-redirected = The host { $host } sends on to another address (status { $status }).
    .why = A redirect is not followed: it would lead elsewhere than where one chose to go.
    .remedy = Give the final address.
integration-not-taken = The host { $host } did not accept the message (status { $status }).
    .why = A message is accepted when the answer has a 2xx status.
    .remedy = Check the address of the subscription and what the service does with it.
cli-webhook-added = Subscribed: { $url } ({ $events })
  identity: { $id }
  secret, shown only once: { $secret }
cli-webhook-rotated = New secret for { $url }, shown only once: { $secret }
  The old one still signs for 24 hours.
cli-webhook-removed = { $url } is no longer notified.
cli-webhook-tested = { $url } accepted the test message (status { $status }).
cli-webhook-none = No subscription.
cli-webhook-line = { $id } · { $url } · { $events }
integration-mail-relay = The mail relay given is not suitable.
    .why = Mail leaves under TLS, or by a relay on this machine; the address may hold a password and is not shown here.
    .remedy = Give ATELIER_SMTP as smtps://user:password@host, or smtp://host:587?tls=required.
integration-mail-address = “{ $given }” is not an email address.
    .why = A mail has a writer (ATELIER_MAIL_FROM) and a reader, each by an address.
    .remedy = Write it as name@company.com.
integration-mail-refused = The relay did not take the mail for { $to }.
    .why = { $cause }
    .remedy = Check the relay (ATELIER_SMTP), its password and the address.
integration-no-mail = This installation sends no mail.
    .why = No relay is given.
    .remedy = Give ATELIER_SMTP and ATELIER_MAIL_FROM, or hand the link over yourself.
integration-no-origin = The public address of Atelier is not given.
    .why = A mail only leads to the address given by whoever runs the installation.
    .remedy = Give ATELIER_ADDRESS, as https://atelier.example.com.
cli-user-mailed = The invitation for { $name } will be sent by email to { $login }, from a running server or “atelier worker”.
cli-checkpoint-mailed = The checkpoint is sent to { $to }.
mail-invitation-subject = { $company }: your access to Atelier
mail-invitation =
    Hello { $name },

    { $company } gives you access to Atelier. Choose your password with this link:

    { $link }

    It works once, within seven days. If you did not expect this email, do nothing.
mail-checkpoint-subject = { $company }: checkpoint of the ledger, { $size } entries
mail-checkpoint =
    Here is the signed checkpoint of the ledger of { $company }. Keep this email: with it, “atelier checkpoint --since” shows that nothing of that past has changed since.

    { $note }
mail-verification-subject = { $company }: a verification failed
mail-verification =
    The verification of { $company } found that what is shown is not what was said.

    Run “atelier verify” on the server: it says which rows differ, and what to do. Change nothing before you have made a copy.
mail-overload-subject = { $company }: a week too full
mail-overload =
    { $en }

    This notice is sent once a week, in your working hours, when the following week is more than is possible. The same sentence stands on “My day”.
mail-undelivered-subject = { $company }: a subscription no longer answers
mail-undelivered =
    For three days { $url } did not accept a message from { $company }. That message will not be sent again; the next ones will.

    Check the service that receives them, or remove the subscription with “atelier webhook remove”.
