/*
 * Names of invented people: given and family names that are common in many
 * places of the world, put together by chance. Any likeness to a living
 * person is chance too.
 */
#include <string.h>

#include "admin/demo.h"

static const struct demo_culture cultures[] = {
	{"en", 300, 0, false,
		"Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|"
		"Sarah|Karen|Nancy|Margaret|Lisa|Betty|Dorothy|Sandra|Ashley|"
		"Kimberly|Donna|Emily|Carol|Michelle|Amanda|Melissa|Deborah|"
		"Stephanie|Rebecca|Laura|Helen|Amy|Shirley|Angela|Anna|Ruth|"
		"Brenda|Pamela|Nicole|Katherine|Virginia|Catherine|Hazel|Opal|"
		"Mary Ann|Lucy|Harper|Evelyn|Abigail|Grace",
		"James|Robert|John|Michael|William|David|Richard|Joseph|Thomas|"
		"Charles|Christopher|Daniel|Matthew|Anthony|Mark|Donald|Steven|"
		"Paul|Andrew|Joshua|Kenneth|Kevin|Brian|George|Edward|Ronald|"
		"Timothy|Jason|Jeffrey|Ryan|Jacob|Gary|Nicholas|Eric|Stephen|"
		"Jonathan|Larry|Justin|Scott|Brandon|Benjamin|Samuel|Gregory|"
		"Frank|Walter|Henry|Oliver|Wyatt",
		"Smith|Johnson|Williams|Brown|Jones|Miller|Davis|Wilson|"
		"Anderson|Thomas|Taylor|Moore|Martin|Jackson|Thompson|White|"
		"Harris|Clark|Lewis|Robinson|Walker|Young|Allen|King|Wright|"
		"Scott|Hill|Green|Adams|Baker|Nelson|Hall|Campbell|Mitchell|"
		"Carter|Roberts|Phillips|Evans|Turner|Parker|Collins|Edwards|"
		"Stewart|Morris|Rogers|Reed|Cook|Morgan|Bell|Murphy|Bailey|"
		"Cooper|Richardson|Cox|Howard|Ward|Peterson|Gray|Watson|Brooks|"
		"Kelly|Sanders|Price|Bennett|Wood|Barnes|Ross|Henderson|"
		"Coleman|"
		"Jenkins|Perry|Powell|Long|Patterson|Hughes|Washington|Butler|"
		"Simmons|Foster|Gonzales-Hart|Smith-Lowell|Van Buren"},
	{"es", 170, 45, true,
		"María|Guadalupe|Rosa|Ana María|Carmen|Josefina|Leticia|"
		"Verónica|Gabriela|Alejandra|Elena|Luz|Marisol|Sofía|Valentina|"
		"Camila|Ximena|Daniela|Beatriz|Teresa|Inés|Pilar|Concepción|"
		"Yolanda|Silvia|Norma|Lucía|Isabel|Fernanda|Esperanza",
		"José|Juan|Luis|Carlos|Jesús|Miguel Ángel|Jorge|Francisco|"
		"Manuel|Ricardo|Roberto|Fernando|Javier|Raúl|Óscar|Sergio|"
		"Alejandro|Eduardo|Arturo|Enrique|Rafael|Andrés|Diego|Mateo|"
		"Santiago|Sebastián|Emiliano|Ángel|Héctor|Gustavo",
		"García|Rodríguez|Martínez|Hernández|López|González|Pérez|"
		"Sánchez|Ramírez|Torres|Flores|Rivera|Gómez|Díaz|Reyes|Morales|"
		"Cruz|Ortiz|Gutiérrez|Chávez|Ramos|Ruiz|Álvarez|Mendoza|"
		"Vásquez|Castillo|Jiménez|Moreno|Romero|Herrera|Medina|Aguilar|"
		"Vargas|Castro|Fernández|Guzmán|Muñoz|Núñez|Salazar|Peña|"
		"de la Cruz|Ibáñez|Domínguez|Zúñiga"},
	{"en", 110, 0, false,
		"Keisha|Latoya|Tamika|Imani|Aaliyah|Ebony|Jasmine|Monique|"
		"Shanice|Tiana|Nia|Zora|Yvonne|Gloria|Ernestine|Denise|Renée|"
		"Andrea|Simone|Kiara",
		"Malik|Jamal|DeShawn|Darnell|Tyrone|Terrence|Marcus|Andre|"
		"Isaiah|Xavier|Elijah|Reginald|Curtis|Leroy|Otis|Cedric|Jalen|"
		"Trevon|Quincy|Maurice",
		"Washington|Jefferson|Booker|Freeman|Banks|Mosley|Gaines|"
		"Dorsey|Rivers|Hampton|Ballard|Tate|Mack|Charles|Hairston|"
		"Pettway|Boykin|Whitfield|Singleton|Gadsden|McKnight|St. "
		"Julien"},
	{"en", 40, 0, false,
		"Bridget|Siobhán|Maeve|Colleen|Nora|Fiona|Deirdre|Aoife|"
		"Kathleen",
		"Patrick|Seán|Brendan|Liam|Declan|Kieran|Aidan|Cormac|Dermot",
		"O'Brien|O'Connor|O’Sullivan|McCarthy|Fitzgerald|Gallagher|"
		"Doyle|Byrne|O'Neill|Kavanagh|MacDonald|McLaughlin|Ó Murchú"},
	{"en", 45, 5, false,
		"Ngozi|Chiamaka|Adaeze|Folasade|Yewande|Amina|Akosua|Abena|"
		"Efua|"
		"Temitope|Blessing|Ifeoma|Zainab|Oluwaseun",
		"Chidi|Emeka|Babatunde|Olumide|Kwame|Kofi|Yaw|Ikenna|Tunde|"
		"Segun|Musa|Obinna|Ayodele|Nnamdi",
		"Okafor|Abara|Adeyemi|Okonkwo|Eze|Mensah|Osei|Boateng|Asante|"
		"Owusu|Balogun|Afolabi|Ibrahim|Nwosu|Ogunleye|Bello|Danjuma"},
	{"vi", 40, 50, false,
		"Thị Lan|Thị Hoa|Thị Mai|Ngọc Ánh|Thu Hà|Bích Ngọc|Kim Oanh|"
		"Phương Thảo|Minh Châu|Thùy Dung|Hồng Nhung|Mỹ Linh",
		"Văn Minh|Văn Hùng|Quốc Bảo|Đức Anh|Hữu Phước|Thanh Tùng|"
		"Xuân Trường|Công Vinh|Minh Tuấn|Đình Khôi|Hoàng Long",
		"Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|"
		"Dương|Lý|Đào|Đinh"},
	{"zh", 45, 45, false,
		"Mei-Ling|Xiuying|Fang|Na|Jing|Yan|Lihua|Xiaoling|Hui-Min|"
		"Shu-Fen|Yuet Ying|Wenjing|Ying",
		"Wei|Jian|Jun|Ming|Chi-Keung|Guang|Zhiqiang|Haoran|Yichen|"
		"Kwok Wai|Jianguo|Hsin-Hung|Lei",
		"Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|"
		"Lin|Guo|Chan|Wong|Lau|Cheung|Leung|Hsu|Tsai|Lü"},
	{"zh", 6, 90, false, "秀英|麗華|美玲|静|婷婷", "志强|建国|家豪|浩然|偉",
		"王|李|張|陈|黄|林|吳|歐陽"},
	{"ko", 22, 45, false,
		"Ji-woo|Soo-jin|Min-ji|Eun-young|Hye-jin|Young-ja|Sun-hee",
		"Min-jun|Ji-hoon|Sung-ho|Dong-hyun|Jae-won|Young-soo|Seok-jin",
		"Kim|Lee|Park|Choi|Jung|Kang|Cho|Yoon|Jang|Lim|Han|Shin"},
	{"ko", 4, 90, false, "지우|서연|영희|미경", "민준|철수|성호|준서",
		"김|이|박|최|정|남궁"},
	{"ja", 14, 35, false,
		"Keiko|Yuki|Haruka|Sachiko|Naomi|Emi|Ayumi|Michiko",
		"Hiroshi|Kenji|Takashi|Daiki|Shōta|Yūto|Makoto|Noboru",
		"Yamada|Satō|Suzuki|Tanaka|Watanabe|Itō|Nakamura|Kobayashi|"
		"Katō|Yoshida|Inoue|Ōno"},
	{"hi", 42, 20, false,
		"Priya|Anjali|Lakshmi|Sunita|Deepa|Kavita|Meera|Pooja|Radha|"
		"Saraswati|Nandini|Harpreet|Jaswinder|Fathima",
		"Raj|Amit|Vikram|Suresh|Ramesh|Arjun|Anil|Sanjay|Venkatesh|"
		"Gurpreet|Manjit|Rohan|Krishna|Mohan",
		"Patel|Sharma|Singh|Kumar|Gupta|Shah|Reddy|Iyer|Rao|Nair|"
		"Mehta|Desai|Kaur|Banerjee|Chatterjee|Krishnamurthy|"
		"Venkataraman|Pillai"},
	{"ar", 36, 40, false,
		"Fatima|Layla|Amal|Nour|Rania|Huda|Salma|Mariam|Yasmin|Samira|"
		"Hanan|Zahra",
		"Mohammed|Ahmed|Ali|Omar|Hassan|Khalid|Yusuf|Ibrahim|Mahmoud|"
		"Karim|Tariq|Bilal",
		"Haddad|Al-Masri|Khoury|Nasser|Hussein|Saleh|Abdullah|Mansour|"
		"Aziz|Farah|Al-Rashid|El-Amin|Najjar|Hamdan|Abu Bakr"},
	{"ar", 4, 90, false, "فاطمة|ليلى|مريم", "محمد|أحمد|يوسف",
		"حداد|الخطيب|منصور|نجار"},
	{"so", 14, 60, false, "Hodan|Fadumo|Ayaan|Sahra|Ifrah|Halima",
		"Abdi|Mohamud|Liban|Warsame|Farah|Abdirahman",
		"Warsame|Abdullahi|Jama|Farah|Hirsi|Mohamud|Ali|Duale"},
	{"am", 8, 45, false, "Selam|Tigist|Hirut|Almaz|Bethlehem",
		"Abebe|Dawit|Tesfaye|Haile|Yonas",
		"Tesfaye|Bekele|Gebremariam|Kebede|Haile|Woldemichael"},
	{"pl", 20, 15, false,
		"Irena|Katarzyna|Małgorzata|Agnieszka|Zofia|Elżbieta|Bożena",
		"Andrzej|Paweł|Łukasz|Krzysztof|Stanisław|Zbigniew|Wojciech",
		"Kowalski|Nowak|Wiśniewski|Wójcik|Kamiński|Lewandowski|"
		"Zieliński|Szymański|Dąbrowski|Kozłowski|Jabłoński"},
	{"ru", 18, 40, false,
		"Olga|Natalia|Svetlana|Irina|Tatiana|Ludmila|Anastasia",
		"Nikolai|Sergei|Dmitri|Vladimir|Alexei|Boris|Yuri",
		"Petrov|Ivanov|Smirnov|Kuznetsov|Popov|Sokolov|Volkov|"
		"Shevchenko|Kovalenko|Bondarenko|Tkachuk"},
	{"uk", 3, 90, false, "Оксана|Наталія|Тетяна", "Андрій|Богдан|Тарас",
		"Шевченко|Коваленко|Бондаренко|Ткачук"},
	{"pt", 14, 30, true,
		"Beatriz|Mariana|Fernanda|Conceição|Letícia|Inês|Antónia",
		"João|Paulo|Tiago|Thiago|António|Rui|Luís|Caetano",
		"Silva|Santos|Oliveira|Souza|Pereira|Costa|Carvalho|Araújo|"
		"Gonçalves|Simões|Conceição|Brandão"},
	{"ht", 14, 55, false, "Marie-Ange|Roseline|Guerline|Nadège|Fabiola",
		"Jean-Baptiste|Wilner|Frantz|Réginald|Evens",
		"Pierre|Jean-Louis|Désir|Toussaint|Étienne|Baptiste|Jean|"
		"Saint-Fleur|Célestin"},
	{"tl", 22, 10, false,
		"Maricel|Rowena|Luzviminda|Jocelyn|Cherry|Divina|Imelda",
		"Rodrigo|Ramil|Jun|Renato|Arnel|Crisanto|Danilo",
		"Santos|Reyes|Bautista|Villanueva|Dela Cruz|Ocampo|Macaraeg|"
		"Dimaculangan|Pangilinan|Magsaysay"},
	{"de", 16, 0, false, "Anna|Ingrid|Käthe|Astrid|Birgit|Solveig|Åsa",
		"Jürgen|Hans|Erik|Søren|Björn|Matthias|Lars",
		"Müller|Schröder|Strauß|Weiß|Lindqvist|Sørensen|Åkesson|"
		"Jørgensen|Bäcker|Größmann|Þórsson"},
	{"it", 14, 5, false, "Giulia|Francesca|Chiara|Rosaria|Concetta",
		"Paolo|Giuseppe|Salvatore|Niccolò|Vincenzo",
		"Marchetti|Rossi|Esposito|Ricci|De Luca|D'Angelo|Bianchi|"
		"Colombo|Di Stefano"},
	{"en", 10, 0, false, "Winona|Talulah|Aiyana|Kaya|Shappa",
		"Tate|Cheveyo|Ahanu|Dakota|Elan",
		"Begay|Yazzie|Clearwater|Tsosie|Whitehorse|Standing Bear|"
		"Benally|Two Hawks"},
	{"tr", 8, 35, false, "Ayşe|İpek|Zeynep|Gülşen|Elif",
		"Mehmet|Işık|Çağlar|Mustafa|Oğuz",
		"Yılmaz|Öztürk|Şahin|Çelik|Kılıç|Aydın|Doğan"},
	{"fa", 8, 35, false, "Shirin|Nasrin|Parisa|Mahsa|Laleh",
		"Reza|Hossein|Dariush|Kaveh|Behrouz",
		"Ahmadi|Hosseini|Karimi|Moradi|Tehrani|Farahani"},
	{"he", 8, 5, false, "Shira|Tamar|Rivka|Noa|Miriam",
		"Avi|Eitan|Moshe|Yosef|Ari",
		"Goldberg|Cohen|Levy|Friedman|Ben-David|Katz|Shapiro"},
	{"el", 6, 15, false, "Eleni|Sophia|Despina", "Giorgos|Kostas|Nikos",
		"Papadopoulos|Georgiou|Nikolaidis|Konstantinou"},
};

const struct demo_culture *
demo_culture(struct demo_rng *r)
{
	size_t n = sizeof(cultures) / sizeof(cultures[0]);
	int total = 0, at;

	for (size_t i = 0; i < n; i++)
		total += cultures[i].weight;
	at = demo_below(r, total);
	for (size_t i = 0; i < n; i++)
		if ((at -= cultures[i].weight) < 0)
			return &cultures[i];
	return &cultures[0];
}

/* One of "a|b|c", of a given number. */
static const char *
nth(const char *list, int n, size_t *len)
{
	while (n-- > 0)
		list = strchr(list, '|') + 1;
	*len = strcspn(list, "|");
	return list;
}

const char *
demo_pick(struct demo_rng *r, struct arena *a, const char *list)
{
	int n = 1;
	size_t len;
	const char *s;

	for (s = list; *s != '\0'; s++)
		n += *s == '|';
	s = nth(list, demo_below(r, n), &len);
	return demo_copy(a, s, len);
}
