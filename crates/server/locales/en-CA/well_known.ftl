# A body that credentials name.

body-about = About this body
body-kind = Kind
body-kind-institution = College or university
body-kind-association = Professional or employers’ association
body-kind-employer = Employer
body-kind-indigenous = Indigenous institute
body-kind-qa = Quality assurance body
body-region = Region
body-website = Website
body-keys = What it signs with
body-keys-text = Credentials of this body carry one of these identifiers or keys. Compare them if you check a credential elsewhere.
body-identifier = Identifier
body-key = Public key
body-document = The keys as a DID document
