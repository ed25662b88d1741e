/**
 * All gateways in one small server, for laptops and tests: it answers their calls, remembers what was paid, and sends their
 * notifications, signed, to our listeners. Nothing of it runs where a gateway is configured.
 *
 * <p>Each gateway has a path of its own, {@code http://127.0.0.1:PORT/<gateway>}, in front of the paths of its documentation.
 * Amounts in {@code minor} units have no decimal point; all others are text such as {@code "12.50"}.
 *
 * <pre>
 * adyen      X-API-Key, Idempotency-Key; minor; 401 {errorCode 000}, 422 {errorCode 167} for an unknown payment
 *   POST /adyen/v71/payments/{psp}/captures | /refunds   {merchantAccount, amount{currency,value}, reference}
 *   POST /adyen/v71/payments/{psp}/cancels               {merchantAccount, reference}
 *        → 201 {merchantAccount, paymentPspReference, pspReference, reference, status: received, amount?}
 *   GET  /adyen/v71/storedPaymentMethods?merchantAccount=&amp;shopperReference=   → {storedPaymentMethods: [{id, brand, type}]}
 *   GET  /adyen/reports/download/MerchantAccount/{account}/{file}   HTTP Basic of the report user → CSV
 *   no status: Adyen has none to ask for; there is its notification only
 * paypal     Bearer of the token, PayPal-Request-Id
 *   POST /paypal/v1/oauth2/token   HTTP Basic client:secret, grant_type=client_credentials → {access_token, expires_in}
 *   GET  /paypal/v2/checkout/orders/{id}, POST /paypal/v2/checkout/orders/{id}/capture
 *        → {id, status: CREATED|APPROVED|COMPLETED|VOIDED, payer, purchase_units: [{custom_id, invoice_id, amount,
 *           payments: {authorizations: [], captures: [{id, status, amount}]}}]}
 *   GET  /paypal/v2/payments/authorizations/{id}, POST …/{id}/capture | /void (204);  GET /paypal/v2/payments/captures/{id},
 *   POST /paypal/v2/payments/captures/{id}/refund  {amount{currency_code,value}} → 201 {id, status}
 *        (a payment has one id here: as order, as authorization and as capture)
 *   POST /paypal/v3/vault/payment-tokens  {payment_source: {token: {id, type}}} → 201 {id, customer{id}}
 *   POST /paypal/nvp  METHOD=CreateRecurringPaymentsProfile&amp;TOKEN=… → ACK=Success&amp;PROFILEID=I-…&amp;PROFILESTATUS=ActiveProfile
 *   POST /paypal/cgi-bin/webscr  cmd=_notify-validate&amp;(the bytes of an IPN that was sent) → VERIFIED | INVALID
 *   GET  /paypal/v1/notifications/certs/CERT-simulator
 * amazon     Authorization: AMZN-PAY-RSASSA-PSS-V2 PublicKeyId=…, x-amz-pay-idempotency-key
 *   GET  /amazon/sandbox/v2/charges/{id}, /refunds/{id}, /chargePermissions/{id} → {statusDetails: {state}, chargeAmount, …}
 *   POST /amazon/sandbox/v2/charges/{id}/capture  {captureAmount{amount,currencyCode}}
 *   DELETE /amazon/sandbox/v2/charges/{id}/cancel {cancellationReason};  POST /amazon/sandbox/v2/refunds {chargeId, refundAmount}
 *   POST /amazon/sandbox/v2/charges {chargePermissionId, chargeAmount, captureNow};  DELETE …/chargePermissions/{id}/close
 *        (a new charge after one that is declined, which is for TransactionTimedOut where the method is slow)
 *   GET  /amazon/SimpleNotificationService-simulator.pem;  GET /amazon/?Action=ConfirmSubscription&amp;TopicArn=&amp;Token=
 * ingenico   Authorization: GCS v1HMAC:keyId:signature (over the whole path, /ingenico included), X-GCS-Idempotence-Key; minor
 *   GET  /ingenico/v1/{merchant}/payments/{id}, POST …/approve {amount} | /cancel | /refund {amountOfMoney} | /tokenize → {token}
 *   GET  /ingenico/v1/{merchant}/hostedcheckouts/{id} → {status, createdPaymentOutput: {payment: {id, status, paymentOutput}}}
 *        payment.status: PENDING_APPROVAL | CAPTURE_REQUESTED | CANCELLED | REFUND_REQUESTED | REJECTED | REDIRECTED
 * dlocal     X-Date, X-Login, X-Trans-Key, X-Version, Authorization: V2-HMAC-SHA256, Signature: …; X-Idempotency-Key
 *   GET  /dlocal/payments/{id}, /dlocal/payments/{id}/status → {id, status: PENDING|AUTHORIZED|PAID|CANCELLED|REJECTED, …}
 *   POST /dlocal/payments {authorization_id, amount, currency, order_id};  POST /dlocal/payments/{id}/cancel
 *   POST /dlocal/refunds {payment_id, amount, currency} → {id, status: SUCCESS};  GET /dlocal/refunds/{id}
 *        the token is in the payment: card.card_id, wallet.token
 * gravy      Authorization: Bearer (a JWT whose key is ours), Idempotency-Key, x-gr4vy-merchant-account-id; minor
 *   GET  /gravy/transactions/{id}, POST …/capture {amount} | /void | /refunds {amount};  GET /gravy/refunds/{id}
 *        → {type: transaction, id, status: authorization_succeeded|capture_succeeded|authorization_voided|
 *           authorization_declined|processing, amount, captured_amount, refunded_amount, currency, external_identifier,
 *           payment_method: {id, method, scheme}, buyer, payment_service, payment_service_transaction_id, reconciliation_id,
 *           avs_response_code, cvv_response_code}
 *   GET  /gravy/payment-methods/{id};  POST /gravy/reports/{id}/executions/{execution}/url → {url, expires_at};  GET that url
 * braintree  HTTP Basic public:private, Braintree-Version; one path, told apart by the field that the query names
 *   POST /braintree/graphql {query, variables}: node, captureTransaction, reverseTransaction, refundTransaction,
 *        vaultPaymentMethod; {input: {transactionId, …, clientMutationId}}, a key in input.apiRequestKey
 *        → {data: {captureTransaction: {transaction: {id, status: AUTHORIZED|SUBMITTED_FOR_SETTLEMENT|VOIDED|SETTLED, amount}}}}
 * </pre>
 *
 * <p>A call with a key that was used already gets the first answer and has no effect. A capture with another key of what is
 * captured already is answered as the gateway answers it, and is a second capture in the log of calls.
 *
 * <p>It is told what to do, and asked what it has seen, below {@code /simulator}, in JSON:
 *
 * <pre>
 * PUT    /simulator/listeners {url}        where notifications go: {url}/listeners/{gateway}
 * POST   /simulator/payments {gateway, id, order, amount, currency, method, state, token, notify}
 * GET    /simulator/payments               what is authorised, captured, cancelled, refunded
 * POST   /simulator/faults/{gateway} {kind: fail|delay|drop|nonsense|twice, status, millis, times, operation}
 * DELETE /simulator/faults/{gateway}
 * DELETE /simulator/tokens/{gateway}       it takes none of the access tokens any more that it has given
 * GET    /simulator/calls                  time, gateway, operation, payment, key, effect, status
 * POST   /simulator/notifications {gateway, payment, event, forged, times}
 * GET    /simulator/notifications          how often each was sent, and what the listener answered
 * POST   /simulator/notifications/{number}/replay
 * DELETE /simulator                        forgets everything
 * </pre>
 */
@NullMarked
package org.almoner.simulator;

import org.jspecify.annotations.NullMarked;
