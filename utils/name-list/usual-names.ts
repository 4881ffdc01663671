/**
 * First names that many children in the UK have, of all communities: enough to see which column of a list without headings has first
 * names in it. Nobody's name is judged by it.
 */
const usual = new Set(`
aarav aaron abigail ada adam ahmed aisha albie alexander alexandra alfie ali alice ama amelia amina amy anaya andrei anika
anna aoife arabella archie aria arjun arlo arthur ava ayaan ayo ben benjamin beth bonnie caleb callum cameron carys cerys
charlie charlotte chidi chloe cian ciara conor daisy daniel david delilah diya dylan edward eilidh eleanor elijah elin eliza
ella ellie elliot elliott elsie emilia emily erin esme ethan eva evan evelyn evie ezra fatima felix ffion filip finley
florence frankie fraser freddie freya gabriel george gethin grace gurpreet hafsa hallie hana hannah harper harry harvey
hassan henry holly hugo ibrahim imogen inaya ioana isaac isabella isabelle isla ivy jack jacob jade jakub james jamie
jasmine jayden jenson jessica joseph joshua jude julia kacper kai kate katie khadija kian kofi kwame laura layla leah lena
leo lewis liam lily logan lottie louie louis luca lucas lucy luke luna maisie maja maria mark martha maryam mason matei
matilda matthew max maya megan mei mia michael mila millie mohammad mohammed molly muhammad nancy naomi nathan nathaniel nia
niamh nicole noah oliver olivia oliwia omar orla oscar owen paul penelope peter phoebe poppy priya rachel rebecca reggie
reuben rhys riley robert rohan roman ronnie rory rosie rowan ruby ryan safa sam samuel saoirse sarah sean sebastian sienna
simran skye sofia sophia sophie stanley stefan szymon teddy temi thea theo theodore thomas toby tolu tom tommy tyler violet
wei william willow xavier xin yuki yusuf zachary zainab zara zayn zoe zuzanna
amir amira ayesha aleena alina alison ami andrew anthony anwen arwen ben billy bilal bo brooke cara carter cerys dan danny darcey
dexter dominic dominik eden eira elena ellis eloise ewan fiona fraya gabriella gwen hamza heidi ianto ifan igor ines ioan iris
isobel iwan jake jasper jaya jay jennifer joe joel jordan josh juan kara karol kayla kian kieran kiran kyle lacey laila lara
lauren leon leona liliana lloyd lola louisa mabel macy marcus margot mateo mateusz mikolaj mina mo musa myla nadia natalia
ned nina nusrat ola oskar owain patrick pawel ralph ravi robyn ronan roza ruairi rufus sana sara seb seren sian siobhan
sohail sonia summer tara tia tilly tiana tommie umar uma victoria wiktoria yasmin yara yasin zac zaynab zak zofia
`.trim().split(/\s+/))

/** @returns whether the first word of a text is such a name */
export function isUsualName(text: string): boolean {
  return usual.has(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/\s/)[0] ?? '')
}
