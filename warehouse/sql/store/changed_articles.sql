-- Notes the articles that were looked at: they may be published otherwise now.

insert into changed_articles
select article_id
from unsettled_articles
anti join changed_articles using (article_id);
