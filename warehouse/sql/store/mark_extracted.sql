-- Has resolution look again at the articles of temp table incoming_extractions, whose claims are being replaced.

update article_marks
set digest = 0
from incoming_extractions
where article_marks.article_id = incoming_extractions.article_id;

insert into unsettled_articles by name
select distinct article_id
from incoming_extractions
anti join unsettled_articles using (article_id);
