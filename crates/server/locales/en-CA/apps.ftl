# Programs that act for somebody, and what they may.
apps-title = Connected apps
apps-lead = Programs of others that you let read your credentials or add to them. You can take that back at any time; it works at once.
apps-yours = Your connected apps
apps-none = No app is connected
apps-none-text = An app asks for your permission here when you choose Tessera in it. Until you say yes, it sees nothing.
apps-name = App
apps-since = Since
apps-withdraw = Disconnect
account-apps-text = Wallets and other programs that you let act for you.
account-apps-manage = See connected apps
notice-app-disconnected = The app is disconnected. It can no longer see or change anything.

app-may-read-credentials = See your credentials.
app-may-add-credentials = Add credentials that others issued to you.
app-may-read-profile = See your name and e-mail address.
app-may-change-profile = Change your name.
app-may-offline = Go on doing so while you are away, until you disconnect it.

connect-title = Connect { $app } with your account?
connect-lead = { $app }, at { $host }, asks to act for you here.
connect-may = If you allow it, it may
connect-who = Who is asking
connect-host = You will be sent back to
connect-site = Its site
connect-terms = Its terms of use
connect-privacy = Its privacy policy
connect-trust = Anybody can register an app under any name. Allow it only if you came from { $host } yourself and trust it.
connect-allow = Allow
connect-refuse = Do not allow
connect-as = You are signed in as { $name } ({ $email }).

elsewhere-title = Credentials from elsewhere
elsewhere-lead = Credentials that others issued to you and that a connected app brought here. They are yours to show; this site did not issue them and does not vouch for them.
elsewhere-yours = From elsewhere
elsewhere-none = Nothing from elsewhere yet
elsewhere-none-text = An app that you connect and let add credentials brings them here.
elsewhere-name = Credential
elsewhere-issuer = Issued by
elsewhere-found = When it came
elsewhere-found-valid = Genuine and in force
elsewhere-found-expired = Genuine, expired
elsewhere-found-not-yet = Genuine, not yet in force
elsewhere-found-suspended = Genuine, suspended by its issuer
elsewhere-found-revoked = Genuine, revoked by its issuer
elsewhere-found-unknown = Genuine; whether it is in force could not be checked
elsewhere-kept = Added on
elsewhere-remove = Remove
notice-external-removed = It is removed from here.

refused-app-unknown = The app that sent you here is not registered, or wants you sent back to an address that it did not register. Nothing was shared with it.
refused-too-many = Too many of these came in a short time. Try again in a while.
