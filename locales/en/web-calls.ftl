# web: calls to the API

calls-title = Calls to the API
calls-what = What this tab asked the server, the latest act first. Kept in memory only, until you leave.
calls-description = Read the description of the API (JSON)
calls-none = No call yet. Do something on the page and it shows here.
calls-act = After “{ $name }”
calls-opening = When the page opened
calls-going = waiting for the answer
calls-unreachable = no answer
calls-browser = asked for by the browser
calls-ms = { $ms } ms
calls-more = Details
calls-permission = Right asked for:
calls-query = Parameters of the address
calls-sent = Body sent
calls-answer = Answer
calls-without-secret = Not kept here: it may hold a secret.
calls-without-file = Not kept here: it is a file.
calls-without-long = Not kept here: it is too long.
calls-command = On a command line
calls-key = Put your access key in place of atl_…; “…” in a body stands for a secret.
calls-copy = Copy as curl
calls-copy-of = Copy as curl: { $method } { $path }
calls-copied = Copied.
calls-selected = The browser keeps the clipboard to itself. The command is selected in the details.
