"""What accounts bring into the application."""

import accounts.account_pages
import accounts.api
import accounts.avatars.image_pages
import accounts.avatars.pages
import accounts.duty.api
import accounts.duty.check_pages
import accounts.duty.jobs
import accounts.duty.pages
import accounts.factors.api
import accounts.factors.jobs
import accounts.factors.methods_pages
import accounts.factors.pages
import accounts.factors.proof_pages
import accounts.guest_pages
import accounts.jobs
import accounts.language_pages
import accounts.leaving.jobs
import accounts.leaving.pages
import accounts.officers.api
import accounts.officers.pages
import accounts.residents.details_pages
import accounts.residents.email_pages
import accounts.residents.jobs
import accounts.residents.password_pages
import accounts.residents.sign_up_pages
import accounts.sessions.pages
import accounts.sign_in_pages
import accounts.staffing.enrolment_pages
import accounts.staffing.jobs
import accounts.staffing.pages
import accounts.staffing.person_pages
import accounts.vouching.pages
from foundation.feature import Feature

FEATURE = Feature(
    pages=(
        accounts.language_pages.pages,
        accounts.guest_pages.pages,
        accounts.sessions.pages.pages,
        accounts.sign_in_pages.pages,
        accounts.factors.pages.pages,
        accounts.factors.proof_pages.pages,
        accounts.factors.methods_pages.pages,
        accounts.account_pages.pages,
        accounts.officers.pages.pages,
        accounts.duty.pages.pages,
        accounts.duty.check_pages.pages,
        accounts.avatars.image_pages.pages,
        accounts.avatars.pages.pages,
        accounts.residents.sign_up_pages.pages,
        accounts.residents.details_pages.pages,
        accounts.residents.email_pages.pages,
        accounts.residents.password_pages.pages,
        accounts.staffing.pages.pages,
        accounts.staffing.enrolment_pages.pages,
        accounts.staffing.person_pages.pages,
        accounts.leaving.pages.pages,
        accounts.vouching.pages.pages,
    ),
    apis=(
        accounts.api.api,
        accounts.factors.api.api,
        accounts.officers.api.api,
        accounts.duty.api.api,
    ),
    jobs=(
        *accounts.jobs.JOBS,
        *accounts.duty.jobs.JOBS,
        *accounts.factors.jobs.JOBS,
        *accounts.staffing.jobs.JOBS,
        *accounts.residents.jobs.JOBS,
        *accounts.leaving.jobs.JOBS,
    ),
)
