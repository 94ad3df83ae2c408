home-title = Show what you can do
home-lead = Bring evidence of what you can do. A qualified assessor decides, competency by competency. What you hold is recognised at once; what is missing leads to short learning.
home-catalogue = Find a profile
