# The start page.

home-title = Show what you can do
home-lead = Bring evidence of what you can do. A qualified assessor decides, competency by competency. What you hold is recognised at once; what is missing leads to short learning for exactly that.
home-catalogue = Find a profile
home-my-claims = My competencies
home-learner = If you learn or work
home-learner-text = Choose the job, see every criterion, and claim what you can already do. No course is needed first. The rest you learn in small steps, and try again as often as you like.
home-learner-link = How it works
home-employer = If you hire
home-employer-text = Each profile says what the job takes, in criteria that were checked with employers. Each credential says what the person can do, who judged it, how, and by which criteria.
home-employer-link = Read the profiles
home-verifier = If somebody shows you a credential
home-verifier-text = Check it in seconds, without an account. Anybody can check the signature with open tools too, even if this site is gone.
home-profiles = Some profiles
home-all-profiles = All profiles
