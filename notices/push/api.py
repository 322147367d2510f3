"""Web push over JSON: the key to subscribe with, putting a browser in and taking it out."""

from foundation.api import Api, Call
from foundation.keys import SETTINGS
from foundation.permissions import Permission
from notices.push import service
from notices.push.shapes import NewSubscription, PushKey, Subscribed

api = Api()


@api.get("/push/key", permission=Permission.PUBLIC_READ, answer=PushKey, summary="The key to subscribe to push with")
async def show_key(call: Call[None, None]) -> PushKey:
    vapid = call.request.app[SETTINGS].vapid
    return PushKey(vapid.public if vapid else None)


@api.post("/push/subscriptions", permission=Permission.PUSH_SUBSCRIBE, body=NewSubscription, answer=Subscribed,
          status=201, summary="Push notices to this browser, until its session ends")  # fmt: skip
async def subscribe(call: Call[NewSubscription, None]) -> Subscribed:
    body = call.body
    id_ = await service.subscribe(call.request.app, call.viewer, body.endpoint, body.keys.p256dh, body.keys.auth)
    return Subscribed(id_)


@api.delete("/push/subscriptions/{id}", permission=Permission.PUSH_SUBSCRIBE, summary="Push to this browser no more")
async def unsubscribe(call: Call[None, None]) -> None:
    await service.unsubscribe(call.viewer, call.path["id"])
