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
