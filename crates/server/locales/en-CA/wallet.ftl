# Taking a credential into a wallet.
wallet-title = Add to a wallet
wallet-lead = A wallet is an app of your choice that keeps credentials on your phone or computer, so that you can show them without this site.
wallet-make = Give it to your wallet
wallet-again = Make another code
wallet-copy = Your wallet gets a copy that is signed for it alone. If the issuer takes the credential back, the copy shows that, too.
wallet-pin-ask = Ask for a number in the wallet
wallet-pin-why = If others can see your screen: nobody can use the code without the number.
wallet-show = Show the code
wallet-ready = Your code
wallet-scan = Scan this with the wallet on your phone.
wallet-pin = The wallet asks for this number:
wallet-minutes = { $count ->
    [one] It works once, for { $count } minute.
   *[other] It works once, for { $count } minutes.
  }
wallet-open = Open in a wallet on this device
wallet-secret = Whoever has this code can take the credential into their own wallet. Do not send it to anybody.
wallet-link = Or paste this into your wallet
wallet-kind = Micro-credential
wallet-claim-achievement = Certifies
wallet-claim-issuer = Issued by
wallet-claim-from = In force from
wallet-pin-for-wallet = The number beside the code.
held-wallet = Add to a wallet
refused-wallet-not-in-force = Only a credential that is signed and in force can be added to a wallet.
