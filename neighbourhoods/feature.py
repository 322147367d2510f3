"""What neighbourhoods bring into the application."""

import neighbourhoods.api
import neighbourhoods.pages
from foundation.feature import Feature

FEATURE = Feature(
    pages=(neighbourhoods.pages.pages,),
    apis=(neighbourhoods.api.api,),
)
