-- Money in cents. Products are updated at every sale: room on their pages keeps these updates off the index (HOT).
CREATE TABLE IF NOT EXISTS products (
    id          bigint PRIMARY KEY,
    name        text NOT NULL,
    price_cents bigint NOT NULL CHECK (price_cents >= 0),
    stock       bigint NOT NULL CHECK (stock >= 0)
) WITH (fillfactor = 50);

CREATE TABLE IF NOT EXISTS orders (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id      text NOT NULL,
    customer_name    text NOT NULL,
    delivery_address text NOT NULL,
    status           text NOT NULL,
    subtotal_cents   bigint NOT NULL,
    tax_cents        bigint NOT NULL,
    shipping_cents   bigint NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS orders_customer ON orders (customer_id, created_at);

CREATE TABLE IF NOT EXISTS order_lines (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id     bigint NOT NULL,
    product_id   bigint NOT NULL,
    product_name text NOT NULL,
    price_cents  bigint NOT NULL,
    quantity     bigint NOT NULL CHECK (quantity > 0)
);
CREATE INDEX IF NOT EXISTS order_lines_order ON order_lines (order_id);

CREATE TABLE IF NOT EXISTS audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor      text NOT NULL,
    action     text NOT NULL,
    order_id   bigint NOT NULL,
    request_id text NOT NULL,
    ip         text
);

-- What orders do not need is not on the row that they update.
CREATE TABLE IF NOT EXISTS categories (
    id   bigint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS product_details (
    product_id      bigint PRIMARY KEY,
    model           text NOT NULL,
    serial_number   text NOT NULL UNIQUE,
    description     text,
    category_id     bigint NOT NULL,
    image           text,
    rating          numeric(3, 2),
    warranty_status text,
    distributor     text,
    discount_rate   numeric(5, 2)
);

CREATE TABLE IF NOT EXISTS bookings (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id             text NOT NULL,
    customer_name          text NOT NULL,
    email                  text NOT NULL,
    pickup_date            date NOT NULL,
    pickup_window          text NOT NULL,
    address                text NOT NULL,
    duration_months        integer NOT NULL,
    item_count             integer NOT NULL,
    monthly_subtotal_cents bigint NOT NULL,
    handling_fee_cents     bigint NOT NULL,
    total_cents            bigint NOT NULL,
    status                 text NOT NULL,
    payment_reference      text,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS bookings_status ON bookings (status, id DESC);
CREATE INDEX IF NOT EXISTS bookings_account ON bookings (account_id, id DESC);

CREATE TABLE IF NOT EXISTS booking_items (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id bigint NOT NULL,
    item_type  text NOT NULL,
    item_name  text NOT NULL,
    s3_key     text
);
CREATE INDEX IF NOT EXISTS booking_items_booking ON booking_items (booking_id);

CREATE TABLE IF NOT EXISTS payments (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    booking_id   bigint NOT NULL UNIQUE,
    method       text NOT NULL,
    amount_cents bigint NOT NULL,
    captured_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS booking_audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor      text NOT NULL,
    action     text NOT NULL,
    booking_id bigint NOT NULL,
    request_id text NOT NULL,
    ip         text
);
