/** The keys of Stripe's own published examples (stripe/openapi, fixtures3, August 2026), by object and path. */
export const publishedKeys = {
  "checkout.session": {
    "": "adaptive_pricing after_expiration allow_promotion_codes amount_subtotal amount_total automatic_tax billing_address_collection cancel_url client_reference_id client_secret collected_information consent consent_collection created currency currency_conversion custom_fields custom_text customer customer_account customer_creation customer_details customer_email discounts expires_at id integration_identifier invoice invoice_creation livemode locale managed_payments metadata mode object origin_context payment_intent payment_link payment_method_collection payment_method_configuration_details payment_method_options payment_method_types payment_status permissions phone_number_collection recovered_from saved_payment_method_options setup_intent shipping_address_collection shipping_cost shipping_options status submit_type subscription success_url total_details ui_mode url wallet_options",
    automatic_tax: "enabled liability provider status",
    custom_text: "after_submit shipping_address submit terms_of_service_acceptance",
    customer_details: "address business_name email individual_name name phone tax_exempt tax_ids",
    invoice_creation: "enabled invoice_data",
    total_details: "amount_discount amount_shipping amount_tax",
    collected_information: "business_name individual_name shipping_details",
    shipping_cost: "amount_subtotal amount_tax amount_total shipping_rate",
  },
  payment_intent: {
    "": "amount amount_capturable amount_details amount_received application application_fee_amount automatic_payment_methods canceled_at cancellation_reason capture_method client_secret confirmation_method created currency customer customer_account description excluded_payment_method_types id last_payment_error latest_charge livemode managed_payments metadata next_action object on_behalf_of payment_method payment_method_configuration_details payment_method_options payment_method_types processing receipt_email review setup_future_usage shipping source statement_descriptor statement_descriptor_suffix status transfer_data transfer_group",
    amount_details: "tip",
  },
  charge: {
    "": "amount amount_captured amount_refunded application application_fee application_fee_amount balance_transaction billing_details calculated_statement_descriptor captured created currency customer description disputed failure_balance_transaction failure_code failure_message fraud_details id livemode metadata object on_behalf_of outcome paid payment_intent payment_method payment_method_details receipt_email receipt_number receipt_url refunded refunds review shipping source source_transfer statement_descriptor statement_descriptor_suffix status transfer_data transfer_group",
    billing_details: "address email name phone tax_id",
    outcome: "advice_code network_advice_code network_decline_code network_status reason seller_message type",
    "payment_method_details.card":
      "amount_authorized authorization_code brand checks country exp_month exp_year extended_authorization fingerprint funding incremental_authorization installments last4 mandate multicapture network network_token network_transaction_id overcapture regulated_status three_d_secure transaction_link_id wallet",
    "payment_method_details.card.checks": "address_line1_check address_postal_code_check cvc_check",
  },
  refund: {
    "": "amount balance_transaction charge created currency customer customer_account destination_details id metadata object payment_intent payment_method reason receipt_number source_transfer_reversal status transfer_reversal",
    destination_details: "card type",
  },
  event: {
    "": "api_version created data id livemode object pending_webhooks request type",
    request: "id idempotency_key",
  },
  item: {
    "": "adjustable_quantity amount_discount amount_subtotal amount_tax amount_total currency description id metadata object price quantity",
    price:
      "active billing_scheme created currency custom_unit_amount id livemode lookup_key metadata nickname object product recurring tax_behavior tiers_mode transform_quantity type unit_amount unit_amount_decimal",
  },
  price: {
    "": "active billing_scheme created currency custom_unit_amount id livemode lookup_key metadata nickname object product recurring tax_behavior tiers_mode transform_quantity type unit_amount unit_amount_decimal",
  },
  customer: {
    "": "address balance created currency default_source delinquent description discount email id invoice_prefix invoice_settings livemode metadata name next_invoice_sequence object phone preferred_locales shipping tax_exempt test_clock",
    invoice_settings: "custom_fields default_payment_method footer rendering_options",
  },
  shipping_rate: {
    "": "active created delivery_estimate display_name fixed_amount id livemode metadata object tax_behavior tax_code type",
    fixed_amount: "amount currency",
  },
  balance_transaction: {
    "": "amount available_on balance_type created currency description exchange_rate fee fee_details id net object reporting_category source status type",
  },
  payment_method: {
    "": "allow_redisplay billing_details card created customer customer_account id livemode metadata object type",
    card: "brand checks country display_brand exp_month exp_year fingerprint funding generated_from last4 networks regulated_status three_d_secure_usage wallet",
    billing_details: "address email name phone tax_id",
  },
  product: {
    "": "active created default_price description id images livemode marketing_features metadata name object package_dimensions shippable statement_descriptor tax_code type unit_label updated url",
  },
} as const;
