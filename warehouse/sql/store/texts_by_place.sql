-- Where each current text lies that was not compared by a method yet.

select min(rowid) as place
from article_versions
anti join (select text_hash from compared_texts where method = $method) as done using (text_hash)
where
    is_current
    and not is_withdrawn
    and duplicate_of is null
group by text_hash
order by place
