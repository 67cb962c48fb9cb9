"""Given names that nearly always tell a woman or a man, wherever a report is from.

Left out: names that change with the country (Andrea, Jan, Nicola, Simone), short forms of both (Alex, Chris, Sam) and
those that are places as well (Florence, Victoria). A name is a weak witness: what a report itself says goes before it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.text.script import fold_letters

if TYPE_CHECKING:
    from collections.abc import Callable

_FEMALE_WORDS = """
    amaka dilys folake lale linh maisie sioned tigist yaryna
    aaliyah abeba abena abigail abla adaeze adele adelina adina adriana adwoa afia afsaneh agata agatha agnes agnese
    agnieszka aicha aigerim aigul aiko aileen ailsa ainhoa aino ainur aisha aishwarya aisling aizhan ajoa akosua
    akua alda aleida alejandra aleksandra alena alessandra alessia alethea alexandra alexia alfonsina alfreda alice
    alicia aliki alina aline alisa alisha aliya aliyah allegra almaz almudena aloisia alva alyssa amaia amalia
    amanda amani amara amelia amelie amelita amina aminata amira amparo amrita amy ana anabel anahit ananya
    anastasia anastasiya anaïs anca andrée aneta anette angela angeles angelika angharad angélica anicée anisa anita
    anja anjali anjana anke ann anna anne annelies anneliese annelise annelore annemarie annette annick annika
    annunziata antje antoinette antonia antonina anuradha anwen anwyn anya aoife aparna apinya araceli aracely
    archana ariadne arlene arminda arpita artemisia arwen asel aselya ashanti asli aslı asma assunta astou astrid
    atsuko audrey aurelia aurore aurélie ayaka ayako ayana ayesha aygul aylin ayse aysel ayu ayşe azadeh azra
    azucena bahar baiba baljit banu barbara bathsheba beata beatrice beatrix beatriz begoña belinda benedetta
    benedicte benita berenice berit bernadette bernice berta bertha bessie beth bethan betty bhavna bianca bibiana
    bintou birgit birgitte birte blanca blandine blodwen bogumiła bolanle bonnie bożena branka brenda brid bridget
    brigid brigitte britta bronagh bronwen bronwyn brunhilda bríd bróna brónach busisiwe caitlin caitríona calista
    camila camille candice carina carla carlotta carmela carmelita carmen carolina caroline carolyn carys cassandra
    catalina catarina caterina catherina catherine cathrine catriona cecilia ceridwen cerys chandra chandrika
    chantal charlene charlotte charu chausiku chenoa cherie cherry chiamaka chiara chidinma chioma chiyo chloe chloé
    christina christine chrysanthi ciara cilla cintia claire clara clarice clarissa claudette claudia claudine clea
    clelia clementina cleopatra clotilde clémence colette colleen concepción concetta constanza consuelo cora
    coralie cordelia corinna corinne cornelia cosette cosima cressida cristina cynthia czesława dagmar daiva dalia
    dalila danica daniela danielle danièle danuta daphne daria darina darlene darya debbie deborah debra deepa
    deirdre delfina delia delphine delyth denise dervla desdemona despina devika diana diane dilbar dilek dilfuza
    dilnoza dimitra dina dinah dinara dineo dolores dominga dominika donatella donna dora dorcas doreen dorien
    dorina doris dorit dorota dorotea dorothy dortje dragana drusilla dulce dwynwen ebba ebru ebunoluwa edda
    edeltraud edith edna edwige edwina efthymia efua eileen eimear eirini ekaterina ekene elaine eldbjørg eleanor
    elena eleni eleonora eleonore elfriede elham eliana elif elin elisa elisabeth elisabetta elise elizabeth
    elizaveta eliška elke ella ellen elma elodie eloise elsa elsie elspeth elva elvira elżbieta emer emiko emilia
    emiliana emilie emily emine emma emmanuelle enid enikő erika erin ernestine erzsébet esi esma esme esmeralda
    esmé esperanza estelle esther eszter etta eugenia eulalia eunice euphemia eva evangelia evdokia evelina evelyn
    evelyne evgenia ewa ezgi fabienne fabiola faiza fanny farah farida farzana fatema fatemeh fatima fatma fatou
    fatoumata fatuma federica felicity feride fernanda fidelma filippa filomena fiona fionnuala flavia florentina
    florentyna fotini frances francesca francine franziska françoise freya frida frieda friederike fruzsina fumiko
    funda funmilayo gabriela galina gauri gayane gayatri geeta gemma genevieve geneviève georgette georgina
    geraldine gerda gerlinde germaine gertrud gertrude ghislaine gianna gilda gillian ginevra giorgia giovanna
    gisela giselle gitta giulia giuliana giulietta giuseppina gladys glenda glenys gloria glynis gordana grace
    graciela grainne graziella greer greta gretchen griselda gráinne guadalupe gudrun guinevere gulbahar guldana
    gulnara gulnora gulnoza gulshan gunilla guðrún gwen gwenda gwendolyn gwenllian gwyneth gwynneth gülay gülsüm
    günay habiba hadiza hafsa hajar hala halima halina hamida hanako hanan  hanna hannah hanne harriet haruka
    harumi hasna hatice hawa haya heather heba hedda hedvika hedwig heidi heike heilwig helen helena helene helga
    heloise henrietta henriette henrike hermina hermine hermione hestia hetty hikari hilda hildegard hiroko hiromi
    hortense hortensia huda hyacinth hélène ianthe ida idoia ieva iffat ikram ilaria ildikó ilka ilona ilse
    iluminada iman imelda imke imogen inaya indira indrani indre ines inessa inga inge ingeborg ingrid inmaculada
    inna inès ioana ioanna iolanda iona irena irene irina irini irma irmgard iryna isabel isabella isabelle isadora
    isadore isaura ishbel isidora isla isobel isolde itziar iva ivana ivanka iwona izabela jaana jacinta jacintha
    jacqueline jadranka jadwiga jaleh jamila jamilah jana jane janet janina janine jaroslava jasmin jasmina jasmine
    jaswinder jaya jayanthi jeanette jeannette jelena jelka jemima jemma jenna jenni jennifer jenny jessamy jessica
    jill jillian jitka joan joanna jocasta jocelyn jodie joelle johanna joke jolana jolanta jolene jorun josefa
    josefina josephina josephine josette joséphine jovana jowita joyce juana juanita judith judy julia juliana
    juliane julie juliet juliette julija juno justyna jutta jyoti kadiatou kadri kaisa kajsa kalina kalpana kamala
    kamila karen karin karina karla karolina karoline karolína kassandra kata katalin katarina katarzyna kate
    katerina kateryna katharina katherine kathleen kathrine kathryn kathy katie katinka katja katrin katrina katrine
    kavita kavitha kayla keiko keisha keziah khadija khanyisile khatuna kiki kimberly kinga kira kirsten klara
    klavdia konstantina kornelia kristen kristin kristina kristine krystyna ksenia kseniya kumiko kunthea květa
    kyoko lada laila lakshmi lakshmy lalita lana lara larisa latifa latika latisha latoya laura laure lavinia layla
    lea leah leanne leda leena leila lela lena lene leocadia leonie leonor leonora leontyne leticia letitia lettice
    leyla leïla liane lidia liesbeth liesel lieselotte liesl lieve ligia liisa lila lilia lilian liliana lilja
    lillian lina linda linnea liora lis lisa lisbeth lise lisette liudmila liv livia liza ljiljana ljubica ljudmila
    llinos lois lola lolita lora loredana lorena loretta lori lorna lorraine lotta lotte louisa louise loveday lucia
    luciana lucie lucilla lucille lucinda lucrezia lucy lucía ludivine ludmila ludmilla luisa lujza lulu luminita
    luzia lydia lynda lynette lyudmila léa léonie maartje mabel mabli macarena maddalena madeleine madhuri madina
    madlen mae maeve mafalda magali magda magdalena maggie mahalia mahnaz mahsa mai maia maida maimuna maire mairead
    mairi maite maja malak malgorzata malika malin mami manana mandisa mandy maneka manon manuela mara marcela
    marceline marcella margaret margarethe margarida margarita margery margit margot margreet margrit marguerite
    maria mariah mariam mariama mariana marianna marianne maribel maribor maricel marie marielle marietta marija
    marika marilyn marina marisol marit mariya marjan marjatta marjorie markéta marleen marlene marlies marlis marta
    martha martina martine marusya mary maryam marzena masako masha matea mathilda mathilde matilda matilde matsuko
    maud maura maureen mavis maya mayumi małgorzata mbali mechthild meena meera megan megumi mehwish meike melania
    melanie melina melinda melissa meltem mercedes meredith merete meriem merike merja meryem mette mia michaela
    micheline michelle michiko michèle mieke mieko mihaela miki mila milagros milda milena milica milly mimi mina
    minna mio mira miranda mireia mireille mirela miriam mirjam miroslava mirta misako mitsuko miyuki moana moeko
    moira mollie molly mona monica monika monique montserrat morag mridula muna munira muriel mwajuma myra myriam
    myrna myrtle mária márta nada nadezhda nadia nadine nadja nahid naima najma najwa nako nalini nancy nandini
    nanette naoko naomi nargis nashwa nasreen nasrin natalia natalie natalija nataliya natalya natasha natsuko
    nayeli nazanin nazlı neda neha nela nelly nermin nerys nesrin nessa nevena ngaire ngozi niamh nicole nicolette
    niina nilda nilgun nilufar nilüfer nimmi nina nino nirmala nisha nita nkechi nobuhle noelia nokuthula nomsa
    nomvula nora noreen noriko norma novella noémie nuala nune nura nuray nurgül nuria nurit nurlana nuru nyasha
    nyokabi nóra obioma octavia oda odette odile oihana oksana olena olga olivia olwen olwyn omolara oona oonagh
    ophelia orla orly ornella orsolya ottavia ottilie ottoline oumou ovidia oyuna padma paige palesa paloma pamela
    paola parisa parvati parveen parvin pascale patricia patrizia patsy paula paulina pauline pavla peggy pelagia
    penelope penélope pepita perpetua persis petra petronela petronella petunia philippa philomena phoebe phumzile
    phyllis pia piroska polina polly pooja portia prabha pranee prisca priscilla priya priyanka qadira rachel radka
    raffaella rahel rahima rahma raisa ramona rania ranjana raquel rasa rashida razan rebecca rebeka reem regine
    reiko reina rekha rena renata reneé renée reyhan rhiannon ria ricarda rima rina risa rita rivka roberta rochelle
    roisin roksana romilda romina romy rona ronit roos rosa rosalind rosalía rosamund rosamunda rosanna rosario rose
    roseline rosella rosemary rosetta rosie rosina rowena roxana roxanne roya roza rubina ruchi rukhsana rukmini
    rumiana runa rupal ruta ruth ruzanna róisín rózsa rūta saanvi saba sabiha sabina sabine sabrina sachiko sadia
    saeko safiya sahar saima saira sakura salimata sally salma salome salomé saltanat samantha samira sandra sanela
    sangeeta sanja sanna saoirse sara sarah sarita saskia saule savita scarlett seda selena selene selin selma
    senait serafina serap seraphina serena sevda sevgi sevil shabnam shahida shahnaz shaima shakila shakuntala
    shalini shanelle shanta shanthi shari sharon shauna sheena sheila shelagh sherry shilpa shira shirin shirley
    shizuka shizuko shobha shoshana shreya shukria shyamala sibel sibongile sibyl sidonie signe sigrid sigríður
    sigrún silje silke silvana silvia simin simona simran sinazo sindhu sindisiwe sinead sinéad siobhan siobhán siri
    sirje sita siti slavica sneha snežana sofie solange soledad solveig solvej sona sonal sonia sonja sophia sophie
    soraya sorcha souad stacey stana stanislava stefania stefanie stella stephanie stine sufia sugandha suhaila
    suhair sujata suma suman sumaya sumitra sunanda sunita sunniva suraya susan susana susanne sushila sushma suvi
    suzanne svetla svetlana svitlana swati sybil sylvia sylvie sára tabitha taina taisia tala talia tallulah tamar
    tamara tami tamsin tania tanja tanya tarja tasneem tatiana tatjana tatyana tegan teodora teodóra teresa terese
    tereza terezija tess tessa teuta thandiwe thea thelma theodora theodosia theresa thokozile thora thuy thérèse
    tia tiffany tiina tilda tina tine tirion tiziana toini tomasina tomoko tonje tonya tordis toshiko tove tracey
    tricia trine trixie trudi trudy tsitsi tuula tuva tülay tünde ulla ulrika ulrike ulyana uma ursula urszula usha
    ute uzma uzoamaka vaidehi vaiva valentina valentyna valeria valerie valérie vanda vanessa vania vanja varvara
    vasanthi vasiliki vasilisa veena velma vendela venetia venla vera verena veronica verónica vesna vibeke vibha
    vicky victorine vida vidya vigdis vigdís vilma vineta violeta violetta virginie viveca viviana viviane vivienne
    vlasta vlatka waltraud wanda wanjiru  wendy wiebke wiesława wiktoria wilhelmina wilhelmine wilma winifred
    winnie wioletta xanthe xenia ximena xiomara xóchitl yaa yadira yael yamileth yamina yana yara yaroslava yasemin
    yasmin yayoi yekaterina yelena yesenia yetunde yeva yevgenia yevhenia yidan yildiz ylva yogita yoko yolanda
    yolande yoshiko yukiko yuko yulia yuliya yumiko yumna yuriko yusra yvette yvonna yvonne zahra zainab zainabu
    zakiya zara zarina zaynab zdenka zehra zelda zenobia zeynep zhanna zibaa zina zinaida zinnia zita zivile zlata
    zodwa zoe zofia zora zorica zoya zsuzsanna zsófia zubaida zuhra zuleika zuleyha zuzana ágnes ágota åsa åse élise
    élodie éva ólöf özge özlem ümmühan þóra şebnem žaneta željka živa
    """
FEMALE_NAMES = frozenset(_FEMALE_WORDS.split())
"""Women's given names in lower case."""

_MALE_WORDS = """
    caio cheikh cuthbert elchin evandro hossein iolo ruprecht segun tarquin tewodros toby
    aare aaron abbas abdelaziz abdelkader abdi abdirahman abdou abdoul abdoulaye abdul abdulaziz abdulla abdullah
    abdulrahman abebe abel abhinav abhishek abiodun abraham abubakar achille achim achraf adalbert adam adebayo
    adekunle adelbert adem aden aditya adnan adolf adolfo adomas adriaan adrian adriano adrien aharon ahmad ahmed
    ahti aidan aiden ainārs ajay ajit ajmal akash akhil akif akin akira akmal aksel alaa aladár alain alan alasdair
    alastair albert alberto albin albrecht aldo aldous alec aleix alejandro aleks aleksandar aleksander aleksandr
    aleksandre aleksi alessandro alexander alexandre alexandros alexei alfie alfonso alfred alfredo algernon
    algirdas alhassan alim alistair alistar allan allen almir alois alonso aloysius alphonse alphonso alvaro alwyn
    amadeo amadeus amadi amadou ambrose ambrož amedeo amin amine amir amit amitabh amos amr anand anas anatol
    anatoliy anatoly ander anders andile andreas andrei andrej andrew andrey andrija andrius andriy andro andrzej
    andré andrés angelo angus anil ansel anselm ansgar anselmo antal anthonius anthony antoine anton antoni antonio antonín
    antti anwar aodhán aonghas apostolos archibald aristide aristides aristotelis arjun arkadiusz arkady arlo arman
    armando armen armin arnau arnaud arne arni arnold arnoud aron arpad arsène artan artem arthur arthus artjom arto
    artur arturo arturs artyom arun arvid arvind asad asen asger ashok ashraf asim askar aslan assane atanas atif
    atli attila auberon augustin augustine augusto aurel aurelien aurelio aurélien avi avinash aviv axel ayman
    ayodele ayub azad azamat azim aziz aðalsteinn babacar babak bahadur bakyt baldur baltasar balthasar balwinder
    balázs baptiste barnabas barnaby barney barrett barry bartholomew bartolomeo bartolomé bartosz bashir basil
    bastian bastien batu bautista bayo bekzat benedek benedict benedikt benito benjamin benjamín benoit benoît beppe
    berat berislav bernard bernardo bernat bernd berndt bertil bertram bertrand besnik bharat bhaskar bilal björgvin
    björn blaise blas blaz blaž boaz bob bobby bodo bogdan bohdan bojan bolat boleslav boniface boris borislav borja
    borna borys boubacar boyan bořek bořivoj brad bradley bram branislav branko braulio brendan brett brian briccio
    bronisław bruce bruno bryan bryn bulat burak burkhard byron bálint béla béranger cadwaladr cahal caleb calixto
    callum calum calvin camilo caradoc carl carlo carlos carmelo carsten carwyn casimir casper cassius castor cathal
    cecil cedric celestino cemal cenk cesar cezary chaim chandan charles charlie chibuzo chidi chijioke chike
    chinedu chinua christer christian christoph christopher christos chuck chukwudi chukwuemeka cian ciaran cillian
    cillín claes claude claudio claudiu claus clayton clement clifford clive clyde colin colm connell connor conor
    conrad constantin constantine cormac corneliu cornelius cosimo cosmin craig crispin cristian cristiano cristóbal
    curtis cyril cyrille cyrus césar dafydd dagfinn dainius dairmuid daisuke dalibor damian damien damir damon
    daniel danijel danilo danny dante danylo daoud daragh darian dario dariusz darragh darren dashiell daud daulet
    david davide davit davor davyd dawid dawit declan delroy demba demetrio demetrios demetrius demir denis dennis
    denys denzil deon derek dermot desmond desta devendra dewi dhruv diallo diarmuid didier diederik diego dieter
    dietmar dilip dimas dimitar dimitri dimitrios dimitris dimo dinesh dino diogo dirk djibril dmitri dmitry dmytro
    domagoj domenico dominic dominik donal donald donatas donatello donato donnchadh dorian dorin doruk dougal
    douglas doğan dragan dragoslav dragoş drahomír driss  dudley dumisani dumitru duncan dusan dušan dwayne
    dwight dylan dzhokhar eamon eamonn eben ebenezer eberhard eddie edgar edgardo edin edison edmund edoardo edson
    eduard eduardo edvard edvin edward edwin eero efrain efraín efrem egbert egil egon ehud einar eino eirik eitan
    ekrem eldar eli elias elijah eliot elkin elliott elmar elmer elton elvis emanuel emeka emil emile emilio emin
    emlyn emmanuel emre emrys enda endre eneko engin ennio enrique enzo eoghan eoin ephraim erasmus ercan erdem
    erhan eric erich erik erkan erkki erlend ernest ernesto ernst erwin eryk esben eskil espen esteban esteve eston
    ethan etienne eugen eugene eugenio eugène eusebio evaldas evan evander evaristo evert everton evgeny ewan eyal
    ezequiel ezra fabian fabien fabio fabrice fabrizio facundo fadi faisal farhad farid farouk farrukh faruk fathi
    faustino fausto fearghal fearghas federico fedor felice felician feliks felipe feliu felix femi fenwick feodor
    ferdi ferdinand ferdinando ferenc fergus ferhat fermín fernando feroz ferran fidel fikret filip filippo finbar
    fintan fionn firas firdaus flann flavio flemming florent florian floyd folke folorunsho fortunato francesc
    francesco francis francisco franco francois franjo frank frans františek franz françois fred freddie frederic
    frederick frederico fredrik fridtjof frieder friedhelm friedrich fritz frode frédéric fuad fulgence furkan
    fyodor gabor gabriel gabriele gael gaetano galo galymzhan gamal ganesh gareth garfield garrett garry gary
    gaspard gaston gaurav gavin gavril geert geir gelu genadi gennady geoff geoffrey georg george georges georgi
    georgios georgy geraint gerald gerard gerardo gerardus gergely gerhard gerhardt germain gerrit gert gervase
    gethin ghassan gheorghe ghulam giacomo giampaolo gian giancarlo gianluca gianmarco gianni gideon gilbert gilles
    gino gintaras ginés giorgio giorgos giovanni girish giuliano giuseppe gleb glenn glyn godfrey gonzalo gopal
    goran gordan gordon gospodin gottfried gottlieb govind graciano graeme graham greg gregory grigor grigori
    grigory grover grzegorz grégoire gudmund guglielmo guido guilherme guillaume guillermo gunnar gunther gurpreet
    gus gustaf gustav gustavo gwilym györgy gábor günther habib hadi haider hakan hakeem hakim hallvard hamad hamed
    hamid hamish hampus hamza hanif hannes hannu hans haralampi harald harbhajan hari hariharan harith harold haroun
    harry hartmut haruki haruto harvey hasan hashem hashim hassan hayden heber hector heikki heiner heinrich heinz
    helge helmut hemant hendrik henning henri henrik henrique henry henryk herbert heribert hermann hermenegildo
    hernan hernán hidalgo hideo hikmet hilario hilmar hippolyte hiro hiroaki hiroki hiroshi hirotaka hisham hjalmar
    holger horacio horatio horea horst hovhannes howard hristo hrvoj hrvoje hubert hugh hugo humberto hussein huub
    huw håkan håkon håvard héctor hédi hélio iago iain iakov ian iancu ianis ibai ibrahim ibrahima idris idrissa
    ieuan ifeanyi ignacio ignas ignatius ignatz ignác igor ikechukwu iker ilan ilias ilie ilir iliya ilkka ilmar
    ilya imad imran imre inaki ingmar ingo ingolf ingvar inigo ioan ioannis ionel ionut ionuţ ionuț iosif irakli
    irfan irvin isaac isaiah isak isandro ishaan ishmael isidore isidro ismael ismail ismet issa istvan istván itai
    ivan ivar ivica ivo iwan iyad izaak izak iñaki iñigo jaakko jaap jacek jack jacob jacobo jacobus jacques jaden
    jahangir jaime jair jake jakob jakov jakub jalal jalen jamal james jamil janez jani janko jann janne janos jared
    jarek jarl jarmo jarno jaromír jaron jaroslav jarosław jarrod jasdeep jasem jasim jason jasper jassim jaume
    javad javed javier jayant jeff jeffrey jens jeremiah jeremy jermaine jerome jeronimo jerzy jerónimo jesper jesús
    jethro jevgeni jianguo jim jimmy jirka jitendra jiří joachim joakim joaquim joaquin joaquín joar jochen joe joel
    johan johann johannes john jokūbas jonas jonatan jonathan jonny joop joost jordi jorge joris jose josef joseph
    josiah josip josu josué josé jovan joão juan juanjo judas juhani juho jukka jules julian juliano julio julius
    juliusz junaid juozas juraj jure jurgen jurgis juri juris jussi jános jón józef józsef jürg jürgen kaan kabir
    kacper kader kaito kaj kaleb kalle kamal kamau kambiz kamil kamran karel karim karl karlis karlo karol karsten
    kasim kasimir kaspar kaspars katsuo kaveh kayode kazem kazimierz kazimir kazuki kazuo kazuya keanu keenan keijo
    keir keita keith kelechi kelvin kemal ken kendrick kenji kenjiro kenneth kenta kenzo kerem keshav kevin kevork
    khabib khaled khalid khalil kian kieran kilian kimi kimmo kiran kiril kirill kirk kjell kjetil klaas klaus
    klemens kljun knut koen kofi koichi koji koloman konrad konstantin konstantinos konstanty koos koray korneliusz
    kosta kostas krishna kristaps kristian kristijan kristjan kristof kristoffer kristóf krunoslav krzysztof kunal
    kunle kuno kurt kuzma kwabena kwaku kwame kwasi kyle kyriakos kálmán kārlis lachlan ladislav laith lajos lamar
    lamin lamine lander lanre larry lars lasse laszlo latif laurent laurentiu laurențiu lauri lavrenti lawal
    lawrence lazar leander lebohang lech leif lemuel lennart lennox lenny leo leon leonard leonardo leonhard leonid
    leonidas leonti leopold leopoldo leroy lester leszek levan levente levon liam lindani lino linus lionel livio
    ljubomir llewellyn llorenç lloyd lokman lonnie lorcan lorenzo loris lothar louie louis lovro lubomir lubomír luc
    luca lucas lucian luciano lucio lucjan ludo ludovic ludovico ludvig ludvík ludwig luigi luis luiz luka lukas
    lukasz luke lutfi luther lutz luís lyle lynden lyndon lysander lászló lázaro maamun maarten maciej mads magdi
    magnus mahdi mahendra mahesh mahir mahlon mahmoud mahmud maik majid makar makoto maksim maksym malachi malachy
    malcolm malik malte mamadi mamadou manav mandla manfred manish manoel manoj manolis mansour mansur manuel marat
    marc marcel marcelino marcell marcellus marcelo marcin marco marcos marcus marek mariano marijan marinos mario
    marius mariusz marián mark marko markus marlon martial martijn martin martti martín maruf marvin masahiro masaki
    masoud massimo matej mateo mateu mateus mateusz matias matiss mato mats matt matteo matteus matthew matthias
    matthieu matti mattia mattias mattis matías matúš matěj mauri maurice mauricio maurits mauritz mauro mavuso max
    maxim maxime maximilian maximiliano maximo maximos maïk mbongeni mduduzi meddi mehdi mehmet meinhard melvin
    menachem mendel mensur mert merv methodius metodi meurig micah michael michal michał micheal michel mick miguel
    mihai mihail mihails mikael mike mikhail mikkel mikko miklas miklós mikołaj mikuláš milad milan milenko miles
    milivoj milo milorad milos miloš miltiadis milton milutin mindaugas miodrag mircea mirko miroslav mirosław
    mirsad mirza mitch mitchell mitja mitko mladen modest modou moez mogens mohamed mohammad mohammed mohan mohsen
    moises moishe mojmír momchil momodou moncef mordecai moreno moritz morten mortimer moses moshe mostafa mostyn
    moussa mthokozisi mthunzi muammer mubarak mugur muhamed muhammad muhammadu muhsin mujo mukesh mukhtar munir
    muntasir murad murali murat musa mustafa mustapha mykola myron mário márton máté mícheál nabil nader naeem
    naguib nahuel najib nand narendra naresh naseem nasir nasser natan nathan nathaniel natnael naveed navid nazar
    nazim neal ned nedim neels neil nektarios nemanja nenad neofit nestor neville niall nicanor niccolò nicholai
    nicholas nick nicolae nicolas nicolau nicolás nicu nicușor niels nigel nihad niilo nikhil nikhilesh nikifor
    nikita niklas niko nikodem nikola nikolai nikolaos nikolas nikolay nikoloz nikos nils nir niraj nitin njabulo
    njoroge noah nobuo nodar noel nonso norbert norberto norman nouri nourredine noé numan nuno nuri nurlan
    nursultan obafemi obinna octavian oded odhran odysseas ognjen okan oktay oladele olaf olafur olamide olavi oleg
    oleh oleksandr oleksii oliver olivier oliviero ollie olof olu olumide olusegun omar omari omid ondrej ondřej
    onni orazio oren orestes orestis orhan orson orville osama oscar oskar osman osvaldo oswald othman othmar
    ottavio otto ottokar ousmane ove ovidiu owen paavo pablo paco paddy panagiotis pankaj panos pantelis paolo
    pardeep parvez pascal pascual pasha patricio patrick patrik patryk pau paul pauli paulo paulus pavao pavel pavle
    pavlo pawel paweł peadar pedro pekka pelle per percival percy pere petar pete peter petr petre petri petros
    petru petter phil philip philippe philippos phillip pierre piers pieter pietro pim pio piotr piran pjotr platon
    poul prabhu pradeep prakash pramod pranav prasad prasanna prashant pravin preben predrag priit prokop przemysław
    purushottam pál pål péter qais qasim quentin quincy quintin quirino rabih radek radim radomír radoslav radosław
    radovan radu rafael rafał rafi rafiq raghav raghu raghunath rahim rahul raif raimo raimonds raimund rainer raivo
    raj rajan rajat rajendra rajesh rajiv rajnish rakesh ralf ralph ramadan raman ramazan ramesh rami ramin ramon
    ramzan ramzi ramón ranbir randolph ranjit ransome ranulf raoul rasheed rashid rasim rasmus rasul raul ravi rayan
    raymond raymund razvan raúl recep redha redmond reggie reginald regis regnar reijo reinaldo reinhard reinhold
    reinis reino remco remigiusz remus renars renat renato renaud renzo rené reuben reuven reynaldo reynard reza
    rhett rhodri rhydian rhys riaan riad ricard ricardo riccardo richard richárd rick ridwan rik rikard rinaldo
    rinat risto ritesh riyad rizwan roald rob robbie robert roberto roberts rocco roch rod roddy roderick rodger
    rodion rodney rodolfo rodrigo roel rogelio roger rogier rogério rohan rohit roke roko roland rolf romain roman
    romano romuald romulo romà ron ronald ronan ronen ronnie roope rory rosen rostislav rostyslav roy ruairi ruairí
    ruben rubens rubén rudi rudolf rudolph rudy rufus rui rumen rune rupert ruslan russell rustam rustem ruud ryan
    ryo ryota ryszard răzvan rıfat saad saber sabri sachin sadio sadiq saeed saif sajid sakari saleh salem salif
    salih salim salman salomon salvador salvatore salvo samba  samir samo sampo samson samu samuel samuele
    sancho sandeep sander sandip sandor sandro sanel sanjay sanjeev santeri santino sanzhar sargis sarkis satish
    satoru satoshi saul sava savvas sayed seamus sean sebastiaan sebastian sebastiano sebastián sefer seif selim
    selwyn semyon senad serdar serge sergei sergey serghei sergi sergij sergio sergiu serhiy serkan seth seweryn
    seydou seán shabir shafiq shahid shahin shahrukh shakir shamil shane shankar shaquille sharif shashi shaukat
    shaun shawn sheldon shem sherif shigeru shin shingo shinji shiro shiv shlomo shoaib shota shyam siarhei
    siddharth siegbert siegfried siegmund sigmar sigmund sigurd silas silvan silvano silvestre silvio simeon simon
    simão sinan sindre sipho sixtus siôn slavko slavoj slavomir slawomir slobodan smail sobhi sofiane soman somchai
    sophus soren souleymane spiros spyros srdjan stan stanislas stanislav stanisław stanko stathis stavros steen
    stefan stefano stelian stelios sten stephan stephen stephon steve steven stewart stian stieg stig stipe stoyan
    strahinja stuart sturla stéphane subhash sudhir sufyan suhail sulaiman suleiman suleyman sumit sundar sunil
    supriyo suresh surya sushil svante svein sven svetozar svyatoslav swapnil syed sylvain sylvester sylwester
    szabolcs szilárd szymon sándor séamus sébastien søren süleyman sławomir taavi tadas taddeo tadej tadeusz tadeáš
    tadhg taha taher tahir taiwo takashi takeru takeshi talal talgat tamaz tamerlan tamás tancred tane tapani tapio
    taras tarek tariq tarmo taro taron tatsuya tauno tayeb tebogo ted teddy teemu teimuraz teo teodor teodoro
    terence terje terrence tesfaye teuvo tevfik thabiso thabo thaddeus thanasis thanos thapelo theo theobald theodor
    theodore theodoros theodosios theuns thiago thibault thierry thies thilo thom thomas thorbjørn thore thorir
    thorsten thorvald théo théodore théophile tiago tiberius tibo tibor tiernan tigran tihomir tim timo timofei
    timofey timon timoteo timothy timur tito tjark tobi tobias tobin todor tolga tom tomas tomasz tomaž tomer
    tomislav tommaso tommi tommy tomás tomáš tomé tony torben torbjörn torgeir torkel tormod torquil torsten toru
    toshiro trajan travis trent trevor tristan trond trygve tsegaye tsvetan tudor tudur tugrul tulio tunde tuomas
    turgut turki turlough tushar tuur tycho tymofiy tyrone tytus uberto uche udo ugo uladzimir ulan ulf ulises
    ulisse ulric ulrich ultan umar umberto umesh umut unai upton urho uriah uriel urs usama usman utz uwe uzair uğur
    vaclav vadim vahan vahe vahid vahit vaidotas vakhtang valdas valdemar valdis valentin valentino valentyn valerio
    valeriy valery valter vangelis varun vasant vasco vasil vasile vasilije vasilios vasilis vasily vasja vasyl
    veikko veljko venkat venkatesh vernon veselin vicent vicente vicenç vidar viggo vijay vijayan vikas vikram
    vikrant viktor viktors vilhelm viljar viljo ville vilmos vilém vimal vinay vincas vince vincenc vincent vincenzo
    vineet vinicius vinko vinod virgilio vishal vishnu viswanathan vit vital vitali vitalie vitaliy vitaly vito
    vitomir vittorio vivek vlad vladan vladimer vladimir vladimír vladislav vladko vlado vojin vojislav vojtech
    vojtěch volkan volker volodya volodymyr vukašin vusi vuyo vytautas václav vít wahid waldemar waleed walid walt
    walter wasim wayne wenceslas wendel wenzel werner wes wesley wiesław wiktor wilbert wilbur wilf wilfred wilfredo
    wilfried wilhelm wilhelmus wilko willard willem willi william willie willy wim winfried winston wladek wojciech
    wolfgang wolfram woodrow wouter wyatt wyn włodzimierz xabier xander xaver xavier xhevdet yaakov yacine yacouba
    yago yahya yair yakov yakub yakup yale yanis yannick yannis yaroslav yash yashar yasin yasser yassin yassine
    yasuo yavor yavuz yaw yazan yefim yegor yehuda yeremey yerlan yermek yeshua yevgeni yevgeny yevhen yiannakis
    yiannis yigal yiorgos yitzhak yoav yogesh yohann yohannes yorick yosef yoshi yoshinori yoshiro yossi yotam
    youssef youssouf yuji yukio yunus yuri yurii yuriy yury yusef yusif yusuf yusup yutaka yuval yves zachariah
    zacharias zachary zafar zaheer zahid zahir zakaria zakhar zalman zaur zayd zbigniew zbyněk zdenko zdeněk zdravko
    zeev zeke zekeriya zeki zelimkhan zeljko zenon zhivko ziad zied zlatan zlatko zoilo zoltan zoltán zoran zsolt
    zubair zuber zurab zurabi zviad zvonimir zygmunt ádám ákos álvaro årne çağlar éamonn émile éric étienne
    ólafur ömer øystein øyvind ünal þorsteinn þór đorđe łukasz şahin šarūnas žarko željko živko
    """
MALE_NAMES = frozenset(_MALE_WORDS.split())
"""Men's given names in lower case."""


@lru_cache(maxsize=65536)
def is_given_name(word: str) -> bool:
    """Tell whether `word` is a given name that tells a woman or a man, of those that are hardly anything else.

    >>> is_given_name("Martha"), is_given_name("Harbour")
    (True, False)
    """
    return _told(word, _read) is not None


@lru_cache(maxsize=65536)
def is_womans_name(word: str) -> bool | None:
    """Tell a woman's given name from a man's, with or without its diacritics; None where it tells neither.

    Of a double name the part that is known tells, unless the parts differ.

    >>> is_womans_name("Martha"), is_womans_name("Jan-Erik"), is_womans_name("Katerina"), is_womans_name("Alex")
    (True, False, True, None)
    """
    return _told(word, _read_widely)


def _told(word: str, read: Callable[[str], bool | None]) -> bool | None:
    told = {sex for part in _PARTS.split(word.casefold()) if (sex := read(part)) is not None}
    return told.pop() if len(told) == 1 else None


_PARTS = re.compile(r"[-‐‑]")


def _read(name: str) -> bool | None:
    female, male = name in FEMALE_NAMES, name in MALE_NAMES
    if not (female or male):
        women, men = _without_marks()
        folded = fold_letters(name)
        female, male = folded in women, folded in men
    return female if female != male else None


def _read_widely(name: str) -> bool | None:
    """Read a name by the lists and else by the table, which is wider and holds surnames and rare words too."""
    told = _read(name)
    return _table().get(fold_letters(name)) if told is None else told


@cache
def _table() -> dict[str, bool]:
    """Return whether a woman bears it, by each name of the table."""
    told: dict[str, bool] = {}
    for line in (
        files("onrecord.lexicon").joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()
    ):
        sex, *names = line.split()
        told |= dict.fromkeys(names, sex == "w") if sex != "#" else {}
    return told


@cache
def _without_marks() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of women and of men as they are spelled where marks are dropped."""
    return frozenset(map(fold_letters, FEMALE_NAMES)), frozenset(map(fold_letters, MALE_NAMES))
