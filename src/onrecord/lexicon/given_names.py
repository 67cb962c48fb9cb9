"""Given names that nearly always tell a woman or a man, wherever a report is from.

Left out: names that change with the country (Andrea, Jan, Nicola, Simone), short forms of both (Alex, Chris, Sam) and
those that are places as well (Florence, Victoria). A name is a weak witness: what a report itself says goes before it.
"""

from __future__ import annotations

_FEMALE_WORDS = """
    abena abigail adaeze adwoa agata agnes agnese agnieszka aicha aigerim ailsa aino aisha aishwarya akosua aleksandra
    alena alessandra alexandra alice alicia alina alisha aliya aliyah amanda amara amelia amelie amina amira amy ana
    anahit anastasia anastasiya anaïs anca aneta angela angelika anita anja anjali anke ann anna anne annelise
    annemarie annette annika antonia antonina anya aoife apinya ariadne asma astrid aurelia ayesha ayse aysel ayşe
    azadeh bahar barbara beata beatrice beatriz begoña berit berta bianca birgit blanca bożena bridget brigid brigitte
    bronwen bronwyn camila camille candice carla carlotta carmela carmen carolina caroline catherine cathrine cecilia
    charlene chiamaka chiara chidinma chioma chloe christina christine ciara claire clara claudette claudia clementina
    clotilde clémence concepción consuelo cordelia cosima cristina dagmar dalia daniela danuta daria deborah deepa
    delphine delyth denise diana dilnoza dolores dominika doris dorota dorotea dorothy drusilla ebba ebru edith edna
    efua eileen eimear eirini ekaterina eleanor elena elif elin elizabeth elizaveta elke ella ellen elodie eloise elsa
    elżbieta emilia emily emine emma enid erika erin esi esmeralda esperanza estelle esther eszter eugenia eunice eva
    evangelia evelyn ewa ezgi farah farida fatima fatou fatoumata federica felicity fernanda fiona fionnuala flavia
    florentina frances francesca françoise freya frida friederike fumiko funmilayo gabriela galina gemma genevieve
    gertrude ghislaine gillian giorgia giulia giuliana giulietta gloria graciela grainne greta gráinne guadalupe
    gudrun gulnara gulnora guðrún gwen gwendolyn hadiza hafsa halina hanako hanna hannah hanne harriet hatice heather
    hedda hedwig heidi helen helena helga henrietta hermione hilda hildegard hiroko hortense hélène ida ilse iman
    imelda imke imogen ines inessa inga ingeborg ingrid inès ioana iolanda irena irene irina irma iryna isabel
    isabella isabelle isadora isolde ivana iwona jacinta jacqueline jadwiga jana jane janet jasmine jeanette jelena
    jemima jennifer jessica jitka joan joanna jocelyn johanna jolanta josefa josefina josephina josephine jovana
    jowita juana judith julia julie justyna jyoti kadiatou kamala karen karin karina karolina katarina katarzyna kate
    katerina kateryna katherine kathleen kathrine katja kavita keiko khadija kinga kirsten klara kristina krystyna
    ksenia kumiko lakshmi larisa latifa latoya laura lavinia layla leena leila lena leonie leonora leticia leyla lidia
    lieselotte liisa lilian liliana linda lisa liudmila ljubica lorena loretta lorna lotte louisa louise lucia lucie
    lucinda lucrezia lucy lucía ludmila ludmilla luisa lyudmila mabel madeleine maeve mafalda magali magda magdalena
    mahnaz mahsa maja malgorzata malin manana manon marcela margaret margarethe margarida margarita margot marguerite
    maria mariam mariana marianne maribel marie marija marika marina marisol marit marjorie marlene marta martha mary
    maryam mathilde matilda matilde maud maureen małgorzata mechthild meera megumi meike melanie melissa meltem
    mercedes merike meryem michelle michiko milagros milena mireille mirela miriam miroslava moira mona monica monika
    morag myrtle nadezhda nadia nadine nahid najwa nancy naomi nargis nasrin natalia natalie natalya natasha nazanin
    nerys ngozi niamh nicole nilufar nina nino nkechi nobuhle nora norma noémie nune nurgül nuria odile oksana olena
    olga olivia olwen oonagh ophelia orla ottilie ottoline padma paloma pamela parisa parvati patricia paula pauline
    penelope penélope perpetua petra petronella philippa philomena priscilla priya priyanka rachel radka raisa rania
    rebecca rekha renata renée rhiannon rita rivka roisin roksana romina rosa rosalind rosalía rosamund rosario rose
    roxana rukhsana rukmini ruth róisín saanvi sabina sabine sabrina sadia sakura salma samantha sandra saoirse sara
    sarah sarita savita seda selma senait serena shabnam shanthi sheila shirin shirley shobha shreya sibyl sigrid
    sigrún silke silvana silvia simona sinazo sinead sinéad siobhan siobhán slavica snežana sofie solange soledad
    solveig sonia sonja sophia sophie soraya stella stephanie sunita sunniva susan susana susanne sushila suzanne
    svetla svetlana swati sylvia tabitha tala tamara tamsin tanja tanya tatiana tatyana teresa thandiwe thea thelma
    theodora theresa tilda tiziana tomoko tuula ulla ulrike ursula urszula vaidehi valentina valeria valérie vanessa
    vasilisa venetia vera veronica verónica vesna vibeke victorine vigdis violeta viviana vivienne wanda wanjiru wendy
    wiebke wilhelmina winifred xenia ximena yael yamileth yana yasemin yasmin yesenia yetunde yevhenia yoko yolanda
    yuko yuliya yumiko yvonne zahra zainab zaynab zdenka zeynep zinaida zoe zofia zoya zsuzsanna zuzana
    """
FEMALE_NAMES = frozenset(_FEMALE_WORDS.split())
"""Women's given names in lower case."""

_MALE_WORDS = """
    aaron abdou abdoulaye abdul abdulaziz abdullah abdulrahman abel abhishek abraham achim adam adebayo adekunle
    adolfo adrian adriano ahmad ahmed aidan aiden akash akin akira alan alasdair alastair albert alberto aldo alec
    alejandro aleksander alessandro alexander alexandre alexandros alexei alfonso alfred alfredo alistair aloysius
    alvaro alwyn amadi amadou amir amit amos anatoliy anatoly anders andreas andrei andrej andrew andrey andriy
    andrzej andré andrés angus anil ansel anselm anthony antoine anton antonio anwar aonghas apostolos archibald arjun
    arkady armando armin arnaud arne arnold arnoud arsène artem arthur arto artur arturo arun arvind asger ashok
    ashraf aslan atanas augustin augusto aurelio avi axel aziz babacar babak balázs baptiste barry bartholomew bartosz
    bashir basil bastien bayo benjamin beppe bernard bernd bertrand bilal björn bogdan bohdan boris borislav boubacar
    bořivoj braulio brendan brian bruce bruno burak caleb callum camilo carl carlo carlos carsten casimir casper
    cathal cedric cesar chaim charles charlie chidi chike christian christoph christopher chukwuemeka ciaran claude
    claus clement clifford clive colin colm connor conor conrad cornelius cosimo craig cristóbal cyril césar dagfinn
    daisuke damian damien damir daniel danilo dario dariusz darragh darren david dawid dawit declan delroy demetrios
    denis dennis derek desmond dewi diarmuid didier diederik diego dieter dietmar dimitri dimitrios dimitris dino dirk
    dmitri dmitry dmytro dominic dominik donal donald donatello douglas dragan dragoslav duncan dusan dušan dwayne
    eamon ebenezer edgar edgardo edmund eduard eduardo edward eero efraín egil egon eirik elias elijah elliott emanuel
    emeka emil emmanuel emre enda endre enrique enzo erhan eric erich erik ernesto ernst erwin esteban ethan etienne
    eugene eugenio evan evgeny ewan ezequiel ezra fabian fabio fabrice facundo fadi faisal farhad farid farrukh faruk
    fearghas federico felipe felix feodor ferdinand ferdinando ferenc fergus fernando fidel filip finbar fintan firas
    flavio florian francesco francis francisco francois frank franz françois fred frederick fredrik friedhelm
    friedrich fritz fyodor gabor gaetano gareth gary gaspard gaurav gavin gavril gennady geoffrey georg george georges
    georgi georgios geraint gerald gerard gerardo gerhard germain gethin giacomo gianluca gianni gideon gilbert gilles
    gino gintaras giorgio giorgos giovanni girish giuseppe godfrey gonzalo goran gordon gottfried graeme graham
    gregory grzegorz guido guillaume guillermo gunnar gunther gustav gustavo gábor günther hakan hakim hamid hamish
    hamza hannes hans harald harold haruki haruto hashim hassan hector heinrich helmut hendrik henri henrik henry
    henryk herbert heribert hermann hideo hiroshi hjalmar horatio horst howard hrvoje hubert hugh hugo humberto
    hussein håkon héctor iain ian iancu ibrahim idris ieuan ifeanyi ignacio ignatius igor ikechukwu ilir ilya imran
    ingmar ingvar ioannis isaac ishaan ismail ismet istvan istván ivan ivo iwan jaakko jaap jack jacob jacques jaime
    jakob jakub jamal james janez jani janko janos jarek jaroslav jarosław jason jasper jaume javier jeffrey jens
    jeremy jerome jerzy jesper jesús jevgeni jianguo jitendra joachim joakim joaquin joaquín joe joel johan johann
    johannes john jonas jonathan joost jordi jorge joris jose josef joseph josiah josé juan juhani jukka jules julian
    julio julius junaid jános józef jürgen kaan kacper kaito kamal kamil karel karim karl karol kaspar kazimierz kazuo
    keir keith kemal kenji kenjiro kenneth kerem kevin khaled khalid kieran kiran kirill klaus knut kofi konrad kosta
    kostas krishna krzysztof kunal kurt kwabena kwame lachlan ladislav lamine lars lasse laszlo laurent lawrence lech
    lennart lenny leo leon leonard leonardo leonid leopold leroy levan levente levon liam lionel ljubomir lloyd lorcan
    lorenzo lothar louis luc luca lucas lucio ludovic ludwig luigi luis luka lukas luke lyndon lászló maciej magnus
    mahmoud makoto maksim maksym malcolm mamadou manfred manoel manoj manuel marat marc marcel marcelo marcin marco
    marcus marek mariano mario marius mark marko markus martin martín masahiro mateo mateus mateusz matteo matthew
    matthias matthieu matti mattias maurice mauricio mauritz mauro maxime maximilian mehdi mehmet melvin mert michael
    michal michał michel miguel mihai mihail mihails mikael mikhail miklós milo milorad milos miloš milton miodrag
    mircea mirko miroslav mitchell modou mohamed mohammed moises momchil morten moses mostafa mostyn mugur muhammad
    murad murat musa mustafa nabil nathan nathaniel neil nestor niall niccolò nicholas nicolae nicolas nicolás niels
    nigel nikhil nikita nikola nikolai nikolaos nikolay nils noah nobuo noel norman nuno obinna octavian odhran okan
    olaf olavi oleg oleksandr oleksii oliver olivier omar ondrej ondřej orhan oscar oskar oswald othmar otto ousmane
    owen pablo pascal pascual patricio patrick paul paulo paulus pavel pedro pekka pelle per percival petar peter petr
    petros petru petter philip phillip pierre piers pieter pietro piotr pjotr pramod pranav predrag pál quentin radek
    radoslav radovan radu rafael raghav rahul raimund raj rajesh rakesh ralph ramesh ramin ramon randolph raoul rashid
    raul ravi raymond raúl redmond regis reinhard reinhold renato rené reza rhodri rhys ricardo richard rinaldo roald
    robert roberto rodolfo rodrigo rogelio roger rohan roland rolf romain roman romano ronald roope rory ruben rubén
    rudolf rufus rupert ruslan russell rustam rustem ryan ryszard rıfat saeed sajid salim salman salvador salvatore
    samir samuel samuele sandor sandro sanjay seamus sean sebastian selim serge sergei sergey sergio serhiy seán
    shamil shaun shigeru shinji siegfried sigurd silvio simeon simon sixtus siôn slavko slobodan soren spiros srdjan
    stanislav stanisław stefan stefano stelios stephen steven stewart stuart sunil suresh svein sven sylvester szymon
    sándor séamus søren tadeusz takashi takeru takeshi tancred taras tarek tariq teimuraz terence terje thaddeus theo
    theodore theodoros thiago thierry thomas thorsten thorvald tiberius tibor timo timothy timur tito tobias tobin tom
    tomas tomasz tommaso tomás tomáš torbjörn torsten travis trevor tristan tsvetan ugo ulf ulrich umar umberto umut
    uwe vaclav vadim vahan valentin valeriy valery vangelis vasco vasil vasile vasily vasyl veikko venkat vernon vidar
    vijay vikram viktor viktors ville vilém vincent vincenzo vinod vitaliy vitaly vito vlad vladimir vladimír
    vladislav vojtech vojtěch volodymyr václav waldemar walter werner wiesław wilfred wilfried wilhelm willem william
    winston wojciech wolfgang xavier yakov yannick yannis yasin yaw yerlan yevgeny yiannis yiorgos yoshiro youssef
    yuri yuriy yusef yusuf zacharias zachary zbigniew zdenko zdeněk zenon ziad zoltan zoran zsolt zurab zygmunt álvaro
    éamonn étienne
    """
MALE_NAMES = frozenset(_MALE_WORDS.split())
"""Men's given names in lower case."""


def is_given_name(word: str) -> bool:
    """Tell whether `word` is a given name that tells a woman or a man.

    >>> is_given_name("Martha"), is_given_name("Harbour")
    (True, False)
    """
    key = word.casefold()
    return key in FEMALE_NAMES or key in MALE_NAMES
