-- Authorizations are found by their last day, so that a subject can be told before one ends (Article 35).
-- zh: 按届满日查找授权，以便在届满前告知信用主体（第三十五条）。
create index authorization_grant_ends on control.authorization_grant (valid_until) where revoked_at is null;
