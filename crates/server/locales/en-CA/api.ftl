# The API: what is wrong and what to do, in words; and the page that describes its operations.

# Kinds of problem
api-problem-malformed = This is not JSON
api-detail-malformed = The body can’t be read as JSON. Check its brackets, commas and quotation marks.
api-malformed = The body can’t be read as JSON from line { $line }, column { $column } on.
api-problem-no-token = A token is needed
api-detail-no-token = Send a personal token as “Authorization: Bearer …”. You make one on your account page.
api-problem-unknown-token = This token does not work
api-detail-unknown-token = The token is unknown, has expired or was taken back. Make a new one on your account page.
api-problem-scope = The token does not allow this
api-detail-scope = This operation needs a scope that the token does not have. Make a token with that scope on your account page.
api-detail-scope-named = This operation needs the scope { $scope }, which the token does not have. Make a token with that scope on your account page.
api-problem-missing = Not found
api-detail-missing = Nothing is at this address, or it is not yours to see.
api-problem-method = This address takes other methods
api-detail-method = Nothing is done here with this method. The header Allow names the methods that can be used.
api-problem-refused = The rules do not allow this now
api-detail-refused = The rules do not allow this in the state that things are in. The field “code” names the rule.
api-problem-stale = Somebody else changed it
api-detail-stale = It was changed after you read it. Nothing was saved over it. Read it again, make your change to what you find, and send that with its revision.
api-problem-exists = It exists already
api-detail-exists = What you send is there already.
api-problem-too-large = This is too large
api-detail-too-large = The body is larger than this operation takes.
api-too-large = The body is larger than the { $most } that this operation takes.
api-problem-not-json = The body must be JSON
api-detail-not-json = Send the body as JSON, with the header “Content-Type: application/json”.
api-problem-invalid = Something needs correcting
api-detail-invalid = Some of what was sent can’t be taken as it is. The list “errors” says what and where.
api-problem-broken = Something went wrong on our side
api-detail-broken = It is not your fault, and it has been written down for the people who run this site under the reference given.
api-problem-unavailable = Not available right now
api-detail-unavailable = The site is starting, being updated or very busy. Try again after the time given in the header Retry-After.
api-wrong-shape = This is not as documented: { $hint }.
api-wrong-character = This text holds the character NUL, which can’t be kept.
