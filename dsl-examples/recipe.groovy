// A recipe: it says nothing of domains, so it fits the form of any order that was paid in ScaledMail's web app.
// List those that wait with the command adopt, then fill one: adopt UUID dsl-examples/recipe.groovy
campaign 'northwind-forms'

person 'Anna', 'Lindqvist'
person 'Mateo', 'García'
person 'Chloé', 'Dubois', nick: 'Clo'

patterns '{first}.{last}', '{f}{last}', '{first}{l}', '{nick}', '{first}.{last}{n}'

redirect 'https://northwind.example/start'
photo    'https://northwind.example/p/team.jpg'

budget 300, monthly: 300     // never a form whose order costs more a month; nothing is bought
approve always
